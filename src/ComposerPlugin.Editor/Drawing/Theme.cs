using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>
/// [main] The colours and pens of a window, dark or light, made once for the process so that drawing makes nothing. Every pair of text and
/// ground has a contrast of at least 4.5, every mark at least 3 (WCAG 2.2, level AA); but for what cannot be used now.
/// </summary>
internal sealed class Theme
{
    /// <summary>How many shades a note has, by its velocity.</summary>
    public const int Shades = 8;

    /// <summary>Light on dark.</summary>
    public static readonly Theme Dark = new()
    {
        Window = Fill(0xFF15181D), Bar = Fill(0xFF1C2027), Card = Fill(0xFF1C2027), Field = Fill(0xFF262C35), Hover = Fill(0xFF313945),
        Popup = Fill(0xFF1C2027), Line = Stroke(0xFF2B313B, 1), Border = Stroke(0xFF59616E, 1), Scrim = Fill(0xB0101318),
        Row = Fill(0xFF20252D), DimRow = Fill(0xFF12151A), BlackRow = Fill(0xFF191D23), BarLine = Fill(0xFF3D4554),
        BeatLine = Fill(0xFF262C35),
        WhiteKey = Fill(0xFFCFD5DE), BlackKey = Fill(0xFF2D333D), KeyText = Fill(0xFF2D333D),
        Played = Ramp(0xFF2F5F96, 0xFF6FB6FF), Answer = Ramp(0xFF9A6A2C, 0xFFFFC068), Planned = Stroke(0xFFFFB454, 1.2f),
        Locked = Stroke(0xFFFFFFFF, 1.4f), PlayedBits = Fill(0xFF3B6EA8), AnswerBits = Fill(0xFFB07C3A), PlannedBits = Fill(0xFF6B5230),
        Playhead = Fill(0xFFE6E9EE), Text = Fill(0xFFE6E9EE), Dim = Fill(0xFF9AA4B4), Accent = Fill(0xFFFFB454),
        OnAccent = Fill(0xFF1A1508),
        AccentText = Fill(0xFFFFC068), Error = Fill(0xFFFF8A80), Track = Stroke(0xFF39414D, 4), Value = Stroke(0xFFFFB454, 4),
        KnobFace = Fill(0xFF262C35), Hand = Stroke(0xFFE6E9EE, 2), AccentLine = Stroke(0xFFFFB454, 1.5f), Focus = Stroke(0xFF8CC4FF, 1.5f),
        InScale = Fill(0xFFFFCF8F), Tonic = Fill(0xFFFFB454), OutOfScaleWhite = Fill(0xFF4A515C), OutOfScaleBlack = Fill(0xFF191D23),
        PlayedLine = Stroke(0xFF6FB6FF, 2), TextLine = Stroke(0xFFE6E9EE, 1.4f), DimLine = Stroke(0xFF9AA4B4, 1.4f),
        OnAccentLine = Stroke(0xFF1A1508, 1.4f), Faint = Fill(0xFF5C6573), FaintLine = Stroke(0xFF5C6573, 1.4f),
    };

    /// <summary>Dark on light.</summary>
    public static readonly Theme Light = new()
    {
        Window = Fill(0xFFF4F5F7), Bar = Fill(0xFFFFFFFF), Card = Fill(0xFFFFFFFF), Field = Fill(0xFFE6E9EE), Hover = Fill(0xFFD8DDE5),
        Popup = Fill(0xFFFFFFFF), Line = Stroke(0xFFD3D8E0, 1), Border = Stroke(0xFF868E9A, 1), Scrim = Fill(0xB0E8EAEE),
        Row = Fill(0xFFFFFFFF), DimRow = Fill(0xFFDFE3E9), BlackRow = Fill(0xFFF0F2F5), BarLine = Fill(0xFFAEB6C2),
        BeatLine = Fill(0xFFE3E6EB),
        WhiteKey = Fill(0xFFFFFFFF), BlackKey = Fill(0xFF4A515C), KeyText = Fill(0xFF4A515C),
        Played = Ramp(0xFF7FB2EC, 0xFF0F5FB8), Answer = Ramp(0xFFE0A24A, 0xFFA85A00), Planned = Stroke(0xFFA85A00, 1.2f),
        Locked = Stroke(0xFF15181D, 1.4f), PlayedBits = Fill(0xFF6C9FDA), AnswerBits = Fill(0xFFC98A3A), PlannedBits = Fill(0xFFD9B98C),
        Playhead = Fill(0xFF15181D), Text = Fill(0xFF1C2027), Dim = Fill(0xFF565E6B), Accent = Fill(0xFFB86200),
        OnAccent = Fill(0xFFFFFFFF),
        AccentText = Fill(0xFF8F4C00), Error = Fill(0xFFB3261E), Track = Stroke(0xFFC9CFD8, 4), Value = Stroke(0xFFB86200, 4),
        KnobFace = Fill(0xFFE6E9EE), Hand = Stroke(0xFF1C2027, 2), AccentLine = Stroke(0xFFB86200, 1.5f), Focus = Stroke(0xFF0F5FB8, 1.5f),
        InScale = Fill(0xFFE0A24A), Tonic = Fill(0xFFB86200), OutOfScaleWhite = Fill(0xFFC9CFD8), OutOfScaleBlack = Fill(0xFF868E9A),
        PlayedLine = Stroke(0xFF0F5FB8, 2), TextLine = Stroke(0xFF1C2027, 1.4f), DimLine = Stroke(0xFF565E6B, 1.4f),
        OnAccentLine = Stroke(0xFFFFFFFF, 1.4f), Faint = Fill(0xFF9BA3AF), FaintLine = Stroke(0xFF9BA3AF, 1.4f),
    };

    /// <summary>Grounds: of the window, its top bar, a card, a field, what the pointer is over, a popup, what a popup covers.</summary>
    public required SKPaint Window, Bar, Card, Field, Hover, Popup, Scrim;

    /// <summary>Lines between parts, and round what can be pressed.</summary>
    public required SKPaint Line, Border;

    /// <summary>Rows of the roll: of a white key, of a black key, outside the scale; lines at bars and beats.</summary>
    public required SKPaint Row, BlackRow, DimRow, BarLine, BeatLine;

    /// <summary>The keyboard beside the roll.</summary>
    public required SKPaint WhiteKey, BlackKey, KeyText;

    /// <summary>Notes by velocity, soft to loud: the player's and the answer's.</summary>
    public required SKPaint[] Played, Answer;

    /// <summary>Notes to come, the ring round a locked note, and the playhead.</summary>
    public required SKPaint Planned, Locked, Playhead;

    /// <summary>The surprise of a note: the player's, the answer's, one to come.</summary>
    public required SKPaint PlayedBits, AnswerBits, PlannedBits;

    /// <summary>Texts: plain, of less weight, on the accent, in the accent's colour, errors.</summary>
    public required SKPaint Text, Dim, OnAccent, AccentText, Error;

    /// <summary>Texts and icons of what cannot be used now; WCAG asks no contrast of them.</summary>
    public required SKPaint Faint, FaintLine;

    /// <summary>Icons, in the colours of the texts.</summary>
    public required SKPaint TextLine, DimLine, OnAccentLine;

    /// <summary>What is chosen: filled, and as an outline.</summary>
    public required SKPaint Accent, AccentLine;

    /// <summary>A line in the colour of the player's notes.</summary>
    public required SKPaint PlayedLine;

    /// <summary>A knob: its range, its value, its face and its hand.</summary>
    public required SKPaint Track, Value, KnobFace, Hand;

    /// <summary>The ring round what the keys go to.</summary>
    public required SKPaint Focus;

    /// <summary>The keys of a scale: inside, the tonic, outside.</summary>
    public required SKPaint InScale, Tonic, OutOfScaleWhite, OutOfScaleBlack;

    /// <summary>The shade of a velocity, 1 to 127.</summary>
    public static int ShadeOf(int velocity) => Math.Clamp(velocity * Shades / 128, 0, Shades - 1);

    private static SKPaint Fill(uint colour) => new() { Color = colour, IsAntialias = true };

    private static SKPaint Stroke(uint colour, float width) => new()
    {
        Color = colour, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = width, StrokeCap = SKStrokeCap.Round,
    };

    private static SKPaint[] Ramp(uint soft, uint loud) => [.. Enumerable.Range(0, Shades).Select(shade => Fill(Mix(soft, loud, shade)))];

    private static uint Mix(uint soft, uint loud, int shade)
    {
        uint mixed = 0xFF000000;
        for (int bits = 0; bits < 24; bits += 8)
        {
            int from = (int)(soft >> bits) & 0xFF, to = (int)(loud >> bits) & 0xFF;
            mixed |= (uint)(from + ((to - from) * shade / (Shades - 1))) << bits;
        }
        return mixed;
    }
}
