using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>[main] Whether notes arrive, and whether the host takes the plugin's: as it is now.</summary>
internal sealed class RoutingChecks(IEditorModel model) : Widget
{
    private const float Row = 22, TextLeft = 24;

    private readonly TextLine[] _lines = [new(Fonts.Normal), new(Fonts.Normal), new(Fonts.Normal)];
    private (bool HasRun, bool Arrives, bool HasOutput, bool IsSent) _shown;
    private bool _isSet;

    /// <summary>The height that it needs, in units.</summary>
    public float Height => (model.HasAudio ? 3 : 2) * Row;

    /// <inheritdoc/>
    public override string Name => RoutingStrings.Checks;

    /// <inheritdoc/>
    public override string Reading => $"{_lines[0].Text} {_lines[1].Text}";

    /// <inheritdoc/>
    public override void Tick()
    {
        var engine = model.Engine;
        var now = (engine.Tempo > 0, engine.PlayedNotes > 0, engine.HasOutput, engine.SentNotes > 0);
        if (_isSet && now == _shown)
            return;
        (_shown, _isSet) = (now, true);
        Set(_lines[0], _shown.Arrives ? RoutingStrings.MidiArrives : _shown.HasRun ? RoutingStrings.NoMidi : RoutingStrings.HostIsOff);
        Set(_lines[1], (_shown.HasOutput, _shown.IsSent) switch
        {
            (false, _) => RoutingStrings.NoOutput,
            (true, false) => RoutingStrings.OutputWaits,
            (true, true) => RoutingStrings.OutputTaken,
        });
        Set(_lines[2], model.HasAudio ? RoutingStrings.HearHint : "");
        Invalidate();
    }

    /// <inheritdoc/>
    public override void Draw(SKCanvas canvas, Theme theme, SKRect part)
    {
        for (int i = 0; i < _lines.Length; i++)
        {
            float y = Bounds.Top + (i * Row) + (Row / 2);
            if (i < 2)
                DrawMark(canvas, theme, i == 0 ? _shown.Arrives : _shown.HasOutput && _shown.IsSent, Bounds.Left + 8, y);
            _lines[i].Draw(canvas, Bounds.Left + TextLeft, y + 4.5f, i < 2 ? theme.Text : theme.Dim);
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        foreach (var line in _lines)
            line.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override void Arrange() => _isSet = false;

    // A filled circle with a tick, or an empty one.
    private static void DrawMark(SKCanvas canvas, Theme theme, bool isDone, float x, float y)
    {
        canvas.DrawCircle(x, y, 7.5f, isDone ? theme.Accent : theme.DimLine);
        if (!isDone)
            return;
        canvas.Save();
        canvas.Translate(x - 0.2f, y);
        canvas.Scale(0.85f);
        canvas.DrawPath(Icons.Check, theme.OnAccentLine);
        canvas.Restore();
    }

    private void Set(TextLine line, string text) => line.Set(text, Bounds.Width - TextLeft);
}
