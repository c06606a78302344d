"""How well newsarc reads what news comes in: pages, web archives, feeds, wires, exports."""
