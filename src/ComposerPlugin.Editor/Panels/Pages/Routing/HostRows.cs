using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>[main] The hosts, the one that the plugin is in first: one is chosen.</summary>
internal sealed class HostRows : Widget
{
    private const float RowHeight = 28, HeadingHeight = 28, TextLeft = 12;

    private readonly int[] _order;
    private readonly TextLine[] _names;
    private readonly TextLine _this = new(Fonts.Small, RoutingStrings.ThisHost);
    private readonly TextLine _others = new(Fonts.Small, RoutingStrings.OtherHosts);
    private readonly string _hostName;
    private readonly Action _changed;
    private int _at;
    private int _pointed = -1;

    /// <summary>The list.</summary>
    /// <param name="hostName">The name that the host gives itself; empty if it gives none.</param>
    /// <param name="changed">Another host was chosen.</param>
    public HostRows(string hostName, Action changed)
    {
        (_hostName, _changed) = (hostName, changed);
        int own = HostGuides.Find(hostName);
        _order = [own, .. Enumerable.Range(0, HostGuides.All.Length).Where(guide => guide != own)];
        _names = [.. _order.Select(_ => new TextLine(Fonts.Normal))];
    }

    /// <summary>The guide that is chosen.</summary>
    public HostGuide Chosen => HostGuides.All[_order[_at]];

    /// <inheritdoc/>
    public override bool TakesKeys => true;

    /// <inheritdoc/>
    public override string Name => RoutingStrings.Hosts;

    /// <inheritdoc/>
    public override string Reading => Chosen.Name;

    /// <inheritdoc/>
    public override string Help => RoutingStrings.HostsHelp;

    /// <inheritdoc/>
    public override void Draw(SKCanvas canvas, Theme theme, SKRect part)
    {
        canvas.DrawRoundRect(Bounds, 6, 6, theme.Window);
        _this.Draw(canvas, Bounds.Left + TextLeft, PlaceOf(0).Top - 7, theme.Dim);
        _others.Draw(canvas, Bounds.Left + TextLeft, PlaceOf(1).Top - 7, theme.Dim);
        for (int i = 0; i < _names.Length; i++)
        {
            var place = PlaceOf(i);
            if (i == _at || (i == _pointed && Host!.HasPointer(this)))
                canvas.DrawRoundRect(SKRect.Inflate(place, -4, -1), 5, 5, i == _at ? theme.Hover : theme.Field);
            if (i == _at)
                canvas.DrawRoundRect(SKRect.Create(place.Left + 4, place.Top + 6, 3, place.Height - 12), 1.5f, 1.5f, theme.Accent);
            _names[i].Draw(canvas, place.Left + TextLeft, place.MidY + 4.5f, theme.Text);
        }
        if (Host!.HasKeys(this))
            canvas.DrawRoundRect(SKRect.Inflate(Bounds, -1, -1), 6, 6, theme.Focus);
    }

    /// <inheritdoc/>
    public override void Pointer(in PointerEvent e)
    {
        int at = e.Kind == PointerKind.Leave ? -1 : RowAt(e.Y);
        if (at != _pointed)
        {
            _pointed = at;
            Invalidate();
        }
        if (e.Kind is PointerKind.Press or PointerKind.DoublePress && at >= 0)
            Choose(at);
    }

    /// <inheritdoc/>
    public override bool KeyDown(in KeyEvent e)
    {
        int? at = e.Key switch
        {
            Key.Up => _at - 1,
            Key.Down => _at + 1,
            Key.Home => 0,
            Key.End => _order.Length - 1,
            _ => null,
        };
        if (at is not { } chosen)
            return false;
        Choose(Math.Clamp(chosen, 0, _order.Length - 1));
        return true;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        foreach (var name in _names)
            name.Dispose();
        _this.Dispose();
        _others.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override void Arrange()
    {
        for (int i = 0; i < _names.Length; i++)
            _names[i].Set(NameOf(i), Bounds.Width - (2 * TextLeft));
    }

    // A host without a guide has its own name.
    private string NameOf(int row) =>
        row == 0 && _order[0] == HostGuides.All.Length - 1 && _hostName.Length > 0 ? _hostName : HostGuides.All[_order[row]].Name;

    private void Choose(int row)
    {
        if (row == _at)
            return;
        _at = row;
        Invalidate();
        _changed();
    }

    private SKRect PlaceOf(int row) => SKRect.Create(
        Bounds.Left, Bounds.Top + (row * RowHeight) + (HeadingHeight * (row == 0 ? 1 : 2)), Bounds.Width, RowHeight);

    private int RowAt(float y)
    {
        for (int i = 0; i < _names.Length; i++)
        {
            var place = PlaceOf(i);
            if (y >= place.Top && y < place.Bottom)
                return i;
        }
        return -1;
    }
}
