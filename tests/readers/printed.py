"""PDF files, built as the tests need them: lines of Helvetica on pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def pdf(path: Path, *pages: Sequence[str], information: str = "", trailer: str = "") -> Path:
    """Write a PDF of these pages, each given by its lines."""
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for at, lines in enumerate(pages):
        drawn = " T* ".join(f"({line}) Tj" for line in lines)
        content = f"BT /F1 10 Tf 14 TL 50 800 Td {drawn} ET"
        objects += [
            (
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]"
                f"/Resources<</Font<</F1 3 0 R>>>>/Contents {5 + 2 * at} 0 R>>"
            ),
            f"<</Length {len(content)}>>stream\n{content}\nendstream",
        ]
    objects.append(f"<<{information}>>")
    path.write_bytes(_file(objects, trailer))
    return path


def _file(objects: Sequence[str], trailer: str) -> bytes:
    data, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj{content}endobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = (
        f"xref\n0 {size}\n0000000000 65535 f \n{table}"
        f"trailer<</Size {size}/Root 1 0 R/Info {size - 1} 0 R{trailer}>>\n"
        f"startxref\n{len(data)}\n%%EOF"
    )
    return data + end.encode()
