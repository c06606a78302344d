from __future__ import annotations

from tests.store.contract import StoreContract


class TestMemoryStore(StoreContract):
    address = "memory:"
