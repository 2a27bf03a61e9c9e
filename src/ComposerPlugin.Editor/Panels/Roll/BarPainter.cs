using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>[main] Draws the lines of bars and beats, and above them bar numbers and chords.</summary>
internal sealed class BarPainter(RollModel roll, RollView view) : IDisposable
{
    // Units.
    private const float Indent = 5, Gap = 6, NarrowestBeat = 7, NarrowestLine = 4, NarrowestNumber = 26, Baseline = 5, Shift = 28;

    private readonly NumberTexts _numbers = new(Fonts.Tiny);
    private readonly NameTexts _chords = new(Fonts.Small);

    /// <summary>The row of bar numbers and chords, in units.</summary>
    public SKRect Ruler { get; set; }

    /// <summary>Draws the lines.</summary>
    public void DrawLines(SKCanvas canvas, Theme theme, SKRect part, float pixels)
    {
        var area = view.Area;
        double shown = BarsApart(NarrowestLine);
        foreach (var bar in roll.BarsBetween(view.Left, view.Right))
        {
            float x = view.X(bar.Start);
            int beat = bar.Meter.BeatTicks;
            if ((bar.Number - 1) % shown == 0)
                DrawLine(canvas, area, x, 1.4f, pixels, theme.BarLine);
            if (view.X(bar.End) < part.Left || x > part.Right || beat * view.UnitsPerTick < NarrowestBeat)
                continue;
            for (double at = bar.Line + beat; at < bar.End; at += beat)
            {
                if (at > bar.Start)
                    DrawLine(canvas, area, view.X(at), 0.8f, pixels, theme.BeatLine);
            }
        }
    }

    /// <summary>Draws the numbers and the chords.</summary>
    public void DrawRuler(SKCanvas canvas, Theme theme)
    {
        float y = Ruler.Bottom - Baseline, free = Ruler.Left;
        double shown = BarsApart(NarrowestNumber);
        int chord = FirstChord();
        foreach (var bar in roll.BarsBetween(view.Left, view.Right))
        {
            if ((bar.Number - 1) % shown == 0)
            {
                float x = Math.Max(view.X(bar.Start) + Indent, free);
                var number = _numbers.Of(bar.Number);
                number.Draw(canvas, x, y, theme.Dim);
                free = x + number.Width + Gap;
            }
            free = DrawChords(canvas, theme, bar.End, y, free, ref chord);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _numbers.Dispose();
        _chords.Dispose();
    }

    private static void DrawLine(SKCanvas canvas, SKRect area, float x, float width, float pixels, SKPaint paint)
    {
        float left = MathF.Round(x * pixels) / pixels, wide = MathF.Max(1, MathF.Round(width * pixels)) / pixels;
        canvas.DrawRect(left, area.Top, wide, area.Height, paint);
    }

    // Each bar, or each second, fourth, eighth ... where there is no room.
    private double BarsApart(float narrowest)
    {
        double width = roll.BarsAt(view.Left).Bars.Meter.BarTicks * view.UnitsPerTick, bars = 1;
        while (width * bars < narrowest)
            bars *= 2;
        return bars;
    }

    // The one that still holds at the left edge.
    private int FirstChord()
    {
        int first = 0;
        var chords = roll.Chords;
        while (first + 1 < chords.Length && chords[first + 1].Start <= view.Left)
            first++;
        return first;
    }

    private float DrawChords(SKCanvas canvas, Theme theme, double end, float y, float free, ref int chord)
    {
        var chords = roll.Chords;
        for (; chord < chords.Length && chords[chord].Start < end; chord++)
        {
            if (chords[chord].Name.Length == 0)
                continue;
            var text = _chords.Of(chords[chord].Name);
            float wanted = Math.Max(view.X(chords[chord].Start), view.Area.Left), x = Math.Max(wanted, free);
            if (x > wanted + Shift)
                continue;
            text.Draw(canvas, x, y, theme.Text);
            free = x + text.Width + Gap;
        }
        return free;
    }
}
