using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>[main] A list parameter as a row of buttons, one for each entry: the chosen one is filled.</summary>
internal sealed class Segments : Widget
{
    private const float Radius = 6;

    private readonly IControl _control;
    private readonly string _name;
    private readonly string[] _help;
    private readonly TextLine[] _texts;
    private readonly TextLine[] _chosenTexts;
    private int _shown;
    private int _pointed = -1;

    /// <summary>A row for a parameter.</summary>
    /// <param name="name">What is chosen, for screen readers.</param>
    /// <param name="control">The parameter.</param>
    /// <param name="help">What each entry does.</param>
    public Segments(string name, IControl control, params string[] help)
    {
        (_name, _control, _help) = (name, control, help);
        string[] names = [.. Enumerable.Range(0, control.Steps + 1).Select(entry => control.Format((double)entry / control.Steps))];
        _texts = [.. names.Select(text => new TextLine(Fonts.Normal, text))];
        _chosenTexts = [.. names.Select(text => new TextLine(Fonts.Strong, text))];
        _shown = control.Entry();
    }

    /// <inheritdoc/>
    public override bool TakesKeys => true;

    /// <inheritdoc/>
    public override string Name => _name;

    /// <inheritdoc/>
    public override string Reading => _texts[_shown].Text;

    /// <inheritdoc/>
    public override string Help => _help[_pointed >= 0 ? _pointed : _shown];

    private float Width => Bounds.Width / _texts.Length;

    /// <inheritdoc/>
    public override void Tick()
    {
        int entry = _control.Entry();
        if (entry == _shown)
            return;
        _shown = entry;
        Invalidate();
    }

    /// <inheritdoc/>
    public override void Draw(SKCanvas canvas, Theme theme, SKRect part)
    {
        canvas.DrawRoundRect(Bounds, Radius, Radius, theme.Field);
        for (int i = 0; i < _texts.Length; i++)
        {
            var place = SKRect.Create(Bounds.Left + (i * Width), Bounds.Top, Width, Bounds.Height);
            if (i == _shown)
                canvas.DrawRoundRect(place, Radius, Radius, theme.Accent);
            else if (i == _pointed && Host!.HasPointer(this))
                canvas.DrawRoundRect(place, Radius, Radius, theme.Hover);
            var text = i == _shown ? _chosenTexts[i] : _texts[i];
            text.DrawCentred(canvas, place.MidX, place.MidY + 4.5f, i == _shown ? theme.OnAccent : theme.Dim);
        }
        if (Host!.HasKeys(this))
            canvas.DrawRoundRect(SKRect.Inflate(Bounds, -1, -1), Radius, Radius, theme.Focus);
    }

    /// <inheritdoc/>
    public override void Pointer(in PointerEvent e)
    {
        int at = e.Kind == PointerKind.Leave ? -1 : Math.Clamp((int)((e.X - Bounds.Left) / Width), 0, _texts.Length - 1);
        if (at != _pointed)
        {
            _pointed = at;
            Invalidate();
        }
        if (e.Kind is PointerKind.Press or PointerKind.DoublePress)
            Choose(at);
    }

    /// <inheritdoc/>
    public override bool KeyDown(in KeyEvent e)
    {
        int? entry = e.Key switch
        {
            Key.Left or Key.Up => _shown - 1,
            Key.Right or Key.Down => _shown + 1,
            Key.Home => 0,
            Key.End => _texts.Length - 1,
            Key.Delete => _control.EntryOf(_control.Default),
            _ => null,
        };
        if (entry is not { } chosen)
            return false;
        Choose(Math.Clamp(chosen, 0, _texts.Length - 1));
        return true;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        foreach (var text in _texts)
            text.Dispose();
        foreach (var text in _chosenTexts)
            text.Dispose();
        base.Dispose();
    }

    private void Choose(int entry)
    {
        if (entry != _control.Entry())
            _control.Choose(entry);
        Tick();
    }
}
