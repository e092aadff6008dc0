#!/bin/sh
# Makes src/render/picture/fonts/*.ttf from Noto Sans (Debian package fonts-noto-core), with pyftsubset (PyPI: fonttools 4).
#
#     scripts/subset-fonts.sh /usr/share/fonts/truetype/noto
#
# Kept are the letters of Latin (Azerbaijani, Belarusian, Turkish and others), Cyrillic, and the signs that answers use.
# Kerning and ligatures are left out: the width of a text is the sum of the widths of its letters.
set -eu
from=${1:-/usr/share/fonts/truetype/noto}
to=$(dirname "$0")/../src/render/picture/fonts
letters=U+0020-007E,U+00A0-017F,U+018F,U+0192,U+0218-021B,U+0259,U+02B9-02BC,U+0300-0304,U+0306-030C,U+0327,U+0328
letters=$letters,U+0400-045F,U+0462-0463,U+0472-0475,U+048A-04FF,U+1E80-1E85,U+1E9E,U+1EF2-1EF3
letters=$letters,U+2010-2015,U+2018-201E,U+2020-2022,U+2026,U+202F,U+2030,U+2032-2033,U+2039-203A,U+20AC,U+20B4,U+20BA,U+20BC,U+20BD
letters=$letters,U+2116,U+2122,U+2190-2193,U+2212,U+2260,U+2264-2265
for weight in Regular Bold; do
  pyftsubset "$from/NotoSans-$weight.ttf" --unicodes="$letters" --layout-features='' --no-hinting --desubroutinize \
    --drop-tables+=GPOS,GSUB,GDEF,DSIG,STAT,meta --name-IDs=0,1,2,13,14 --no-glyph-names --notdef-outline \
    --output-file="$to/NotoSans-$weight.subset.ttf"
done
