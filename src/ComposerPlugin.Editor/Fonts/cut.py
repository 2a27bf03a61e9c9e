"""Makes the fonts of the window: Inter cut to the letters that the window needs, with flat and sharp signs of Noto Sans Symbols.

    apt-get install python3-fonttools fonts-inter fonts-noto-core
    python3 cut.py
"""
from fontTools import subset
from fontTools.misc.transform import Scale
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

LETTERS = "U+0020-024F,U+0300-04FF,U+1E00-1EFF,U+2010-2027,U+2030-203A,U+20AC,U+2190-2193,U+2212"
SIGNS = {0x266D: "musicflat", 0x266F: "musicsharp"}


def cut(weight, symbols):
    font = TTFont(f"/usr/share/fonts/opentype/inter/Inter-{weight}.otf")
    options = subset.Options(layout_features=["kern", "mark", "mkmk", "ccmp", "locl"], name_IDs=["*"], hinting=False)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=subset.parse_unicodes(LETTERS))
    cutter.subset(font)
    add(font, TTFont(f"/usr/share/fonts/truetype/noto/NotoSansSymbols-{symbols}.ttf"))
    # The licence reserves no name, but a changed font shall not be taken for the original.
    for name in font["name"].names:
        if name.nameID in (1, 3, 4, 6, 16):
            name.string = name.toUnicode().replace("Inter", "Composer Inter" if name.nameID != 6 else "ComposerInter")
    font.save(f"Inter-{weight}.otf")


def add(font, other):
    top = font["CFF "].cff.topDictIndex[0]
    scale = font["head"].unitsPerEm / other["head"].unitsPerEm
    for code, name in SIGNS.items():
        source = other.getBestCmap()[code]
        width = round(other["hmtx"][source][0] * scale)
        pen = T2CharStringPen(width, None)
        glyphs = other.getGlyphSet()
        glyphs[source].draw(TransformPen(pen, Scale(scale)))
        outline = pen.getCharString(private=top.Private, globalSubrs=font["CFF "].cff.GlobalSubrs)
        index = top.CharStrings.charStringsIndex
        index.append(outline)
        top.CharStrings.charStrings[name] = len(index) - 1
        top.charset.append(name)
        font.setGlyphOrder(top.charset)
        font["hmtx"][name] = (width, 0)
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[code] = name


cut("Medium", "Regular")
cut("SemiBold", "Bold")
