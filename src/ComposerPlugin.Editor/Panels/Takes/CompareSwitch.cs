using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>[main] Plays the take that the current one was made from, or the changed one again.</summary>
internal sealed class CompareSwitch(ITakes takes) : Widget
{
    // Units.
    private const float Radius = 6, Padding = 9;

    private readonly TextLine _original = new(Fonts.Small, TakeStrings.Original), _changed = new(Fonts.Small, TakeStrings.Changed);
    private TakeItem? _base;
    private TakeItem? _made;
    private int _originalId;
    private int _madeId;
    private bool _isOriginal;

    /// <summary>The width that its texts need, in units.</summary>
    public float WantedWidth => _original.Width + _changed.Width + (4 * Padding);

    /// <inheritdoc/>
    public override bool TakesKeys => CanCompare;

    /// <inheritdoc/>
    public override string Name => TakeStrings.Compare;

    /// <inheritdoc/>
    public override string Reading => !CanCompare ? "" : _isOriginal ? TakeStrings.Original : TakeStrings.Changed;

    /// <inheritdoc/>
    public override string Help => CanCompare ? TakeStrings.CompareHelp : TakeStrings.NothingToCompare;

    private bool CanCompare => _base is not null && _made is not null;

    private float Middle => Bounds.Left + _original.Width + (2 * Padding);

    /// <summary>The takes have changed.</summary>
    public void Look()
    {
        var current = takes.Current;
        var made = current is null ? null : FindMadeFrom(current);
        // What a take was made from counts before what was made of it, unless it is what is compared now.
        _isOriginal = current is not null && made is not null && (current.Id == _originalId || Find(current.BaseId) is null);
        (_base, _made) = _isOriginal ? (current, made) : (current is null ? null : Find(current.BaseId), current);
        Invalidate();
    }

    /// <inheritdoc/>
    public override void Draw(SKCanvas canvas, Theme theme, SKRect part)
    {
        if (!CanCompare)
        {
            canvas.DrawRoundRect(SKRect.Inflate(Bounds, -0.5f, -0.5f), Radius, Radius, theme.Line);
        }
        else
        {
            canvas.DrawRoundRect(Bounds, Radius, Radius, theme.Field);
            var chosen = _isOriginal ? Bounds with { Right = Middle } : Bounds with { Left = Middle };
            canvas.DrawRoundRect(SKRect.Inflate(chosen, -2, -2), Radius - 2, Radius - 2, theme.Hover);
            canvas.DrawRoundRect(SKRect.Inflate(chosen, -2, -2), Radius - 2, Radius - 2, theme.Border);
        }
        float y = Bounds.MidY + 4;
        _original.Draw(canvas, Bounds.Left + Padding, y, !CanCompare ? theme.Faint : _isOriginal ? theme.Text : theme.Dim);
        _changed.Draw(canvas, Middle + Padding, y, !CanCompare ? theme.Faint : _isOriginal ? theme.Dim : theme.Text);
        if (Host!.HasKeys(this))
            canvas.DrawRoundRect(SKRect.Inflate(Bounds, -1, -1), Radius, Radius, theme.Focus);
    }

    /// <inheritdoc/>
    public override void Pointer(in PointerEvent e)
    {
        if (e.Kind is PointerKind.Press or PointerKind.DoublePress)
            Choose(isOriginal: e.X < Middle);
    }

    /// <inheritdoc/>
    public override bool KeyDown(in KeyEvent e)
    {
        switch (e.Key)
        {
            case Key.Left:
                Choose(isOriginal: true);
                return true;
            case Key.Right:
                Choose(isOriginal: false);
                return true;
            case Key.Return:
                Choose(!_isOriginal);
                return true;
            default:
                return false;
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _original.Dispose();
        _changed.Dispose();
        base.Dispose();
    }

    private void Choose(bool isOriginal)
    {
        if (isOriginal == _isOriginal || _base is not { } original || _made is not { } made)
            return;
        (_originalId, _madeId) = (isOriginal ? original.Id : 0, made.Id);
        // At once: the take itself begins on a beat or a bar line.
        _isOriginal = isOriginal;
        Invalidate();
        takes.Play(isOriginal ? original : made);
    }

    private TakeItem? Find(int id)
    {
        foreach (var take in takes.Items)
        {
            if (take.Id == id && id != 0)
                return take;
        }
        return null;
    }

    // The one that was compared last, or the newest one.
    private TakeItem? FindMadeFrom(TakeItem take)
    {
        TakeItem? found = null;
        foreach (var other in takes.Items)
        {
            if (other.BaseId == take.Id && found?.Id != _madeId)
                found = other;
        }
        return found;
    }
}
