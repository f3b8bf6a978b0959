"""Shows a case in windows. The only package that knows Qt."""
