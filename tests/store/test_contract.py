from __future__ import annotations

from tests.store.contract import StoreContract


class TestEveryStore(StoreContract):
    pass
