"""Where the things of the shopping list are bought."""

from functools import cache

from falls_app import paths
from falls_app.content.reading import ContentError, build, read_tables
from falls_app.domain.shopping import Shop


@cache
def load_shops() -> tuple[Shop, ...]:
    """Return the kinds of shop, in order. ContentError if one thing is in two of them."""
    file = paths.resources() / "shops.toml"
    shops: list[Shop] = []
    for table in read_tables(file, "shop")[0]:
        shop = build(Shop, table, file, str(table.get("id", "a shop without an id")))
        if unknown := set(shop.sized) - set(shop.things):
            raise ContentError(file, shop.id, f"“{min(unknown)}” is not among its things")
        for other in shops:
            if twice := set(shop.things) & set(other.things):
                raise ContentError(file, shop.id, f"“{min(twice)}” is bought at two places")
        shops.append(shop)
    return tuple(shops)
