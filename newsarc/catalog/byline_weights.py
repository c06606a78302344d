NONE = "none of them"
WEIGHTS: dict[str, float] = {NONE: 0.0}
