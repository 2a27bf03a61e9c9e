using System.Globalization;
using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>
/// [main] A take as a small roll with its number or name. A click plays it, its star keeps it, a drag gives it as a MIDI file, the second
/// button opens its menu.
/// </summary>
internal sealed class TakeCard(TakeRow row, ITakes takes) : Widget
{
    // Units.
    private const float Radius = 6, Inset = 7, TextBaseline = 13.5f, StarRight = 13, StarMiddle = 10.5f, StarReach = 12, StarScale = 0.85f;
    private const float RollTop = 20, DragStart = 5;

    private readonly TextLine _title = new(Fonts.Tiny);
    private readonly TakeThumbnail _thumbnail = new();
    private string _name = "", _reading = "", _help = "";
    private bool _isCurrent;
    private bool _isPressed;
    private bool _pressesStar;
    private SKPoint _pressed;

    /// <summary>The take.</summary>
    public TakeItem Take { get; private set; } = null!;

    /// <inheritdoc/>
    // One stop for Tab; the arrows go on from there. Before a press the pointer is over it.
    public override bool TakesKeys => Take.Id == row.ChosenId || Host?.HasPointer(this) == true;

    /// <inheritdoc/>
    public override string Name => _name;

    /// <inheritdoc/>
    public override string Reading => _reading;

    /// <inheritdoc/>
    public override string Help => Host?.HasKeys(this) == true && !Host.HasPointer(this) ? TakeStrings.KeysHelp : _help;

    private SKPoint Star => new(Bounds.Right - StarRight, Bounds.Top + StarMiddle);

    /// <summary>Shows a take.</summary>
    /// <param name="take">The take.</param>
    /// <param name="at">Its place in the row, from 1.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="isCurrent">Whether it plays or played last.</param>
    public void Set(TakeItem take, int at, int count, bool isCurrent)
    {
        (Take, _isCurrent) = (take, isCurrent);
        _name = TakeStrings.Take(take.Number);
        _reading = TakeStrings.TakeReading(take, at, count, isCurrent);
        _help = TakeStrings.TakeHelp(take);
        _thumbnail.Set(take);
        SetTitle();
    }

    /// <inheritdoc/>
    public override void Draw(SKCanvas canvas, Theme theme, SKRect part)
    {
        bool isOver = Host!.HasPointer(this);
        canvas.DrawRoundRect(SKRect.Inflate(Bounds, -1, -1), Radius, Radius, isOver ? theme.Field : theme.BlackRow);
        if (_isCurrent)
            canvas.DrawRoundRect(SKRect.Inflate(Bounds, -1, -1), Radius, Radius, theme.AccentLine);
        else if (row.AskedId == Take.Id)
            canvas.DrawRoundRect(SKRect.Inflate(Bounds, -1, -1), Radius, Radius, theme.TextLine);
        else
            canvas.DrawRoundRect(SKRect.Inflate(Bounds, -0.5f, -0.5f), Radius, Radius, theme.Line);
        _title.Draw(canvas, Bounds.Left + Inset, Bounds.Top + TextBaseline, _isCurrent ? theme.Text : theme.Dim);
        _thumbnail.Draw(canvas, theme);
        DrawStar(canvas, theme);
        if (Host.HasKeys(this))
            canvas.DrawRoundRect(SKRect.Inflate(Bounds, -3.5f, -3.5f), Radius - 2, Radius - 2, theme.Focus);
    }

    /// <inheritdoc/>
    public override void Pointer(in PointerEvent e)
    {
        var at = new SKPoint(e.X, e.Y);
        switch (e.Kind)
        {
            case PointerKind.Press or PointerKind.DoublePress:
                (_isPressed, _pressesStar, _pressed) = (true, IsStar(at), at);
                row.Choose(Take.Id);
                break;
            case PointerKind.Move when _isPressed && !_pressesStar && SKPoint.Distance(at, _pressed) >= DragStart:
                // First: the window lets go of what is pressed.
                _isPressed = false;
                DragOut();
                break;
            case PointerKind.Release when _isPressed:
                _isPressed = false;
                Release(at);
                break;
            case PointerKind.MenuPress:
                row.Choose(Take.Id);
                OpenMenu(Menu.AnchorAt(this, at.X));
                break;
            case PointerKind.Wheel:
                row.Pointer(e);
                break;
        }
    }

    /// <inheritdoc/>
    public override bool KeyDown(in KeyEvent e)
    {
        switch (e)
        {
            case { Key: Key.Left or Key.Up }:
                row.Step(this, -1);
                return true;
            case { Key: Key.Right or Key.Down }:
                row.Step(this, 1);
                return true;
            case { Key: Key.Home }:
                row.Step(this, -row.Children.Count);
                return true;
            case { Key: Key.End }:
                row.Step(this, row.Children.Count);
                return true;
            case { Key: Key.Return }:
                row.Play(Take);
                return true;
            case { Key: Key.Delete }:
                row.Delete(this);
                return true;
            case { Key: Key.Menu }:
                OpenMenu(Bounds);
                return true;
            case { Key: Key.None, Control: false, Character: 'k' or 'K' }:
                Keep();
                return true;
            default:
                return false;
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _title.Dispose();
        _thumbnail.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override void Arrange()
    {
        _thumbnail.Bounds = new(Bounds.Left + Inset, Bounds.Top + RollTop, Bounds.Right - Inset, Bounds.Bottom - Inset);
        SetTitle();
    }

    private void SetTitle()
    {
        if (Take is not null && Bounds.Width > 0)
            _title.Set(Take.Name ?? Take.Number.ToString(CultureInfo.InvariantCulture), Bounds.Width - Inset - StarRight - StarReach);
    }

    private void DrawStar(SKCanvas canvas, Theme theme)
    {
        canvas.Save();
        canvas.Translate(Star.X, Star.Y);
        canvas.Scale(StarScale);
        canvas.DrawPath(Icons.Star, Take.IsKept ? theme.Accent : theme.DimLine);
        canvas.Restore();
    }

    private bool IsStar(SKPoint at) => Math.Abs(at.X - Star.X) <= StarReach && Math.Abs(at.Y - Star.Y) <= StarReach;

    private void Release(SKPoint at)
    {
        if (_pressesStar && IsStar(at))
            Keep();
        else if (!_pressesStar && Bounds.Contains(at))
            row.Play(Take);
    }

    private void Keep() => takes.Keep(Take, !Take.IsKept);

    private void DragOut()
    {
        if (Try(() => takes.WriteForDrag(Take)) is { } path)
            Host!.DragFile(path);
    }

    private void OpenMenu(SKRect anchor) => Host!.OpenPopup(new Menu(
        anchor,
        [
            new(TakeStrings.Play, () => row.Play(Take)),
            new(Take.IsKept ? TakeStrings.DoNotKeep : TakeStrings.Keep, Keep),
            new(TakeStrings.Rename, Rename),
            new(""),
            new(TakeStrings.Export, Export),
            new(TakeStrings.ShowFolder, takes.ShowFolder),
            new(""),
            new(TakeStrings.Delete, () => row.Delete(this)),
        ]));

    private void Rename() => new TextPopup(
        Bounds, TakeStrings.RenameTitle, TakeStrings.RenameHint, Take.Name ?? "", name => takes.Rename(Take, name.Trim())).Open(Host!);

    private void Export() => new TextPopup(
        Bounds, TakeStrings.ExportTitle, TakeStrings.ExportHint, takes.FileName(Take), Export).Open(Host!);

    private void Export(string fileName)
    {
        if (Try(() => takes.Export(Take, fileName)) is { } path)
            Host!.Say(TakeStrings.Exported(path));
    }

    private string? Try(Func<string> write)
    {
        try
        {
            return write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Host!.Say(TakeStrings.NotWritten(e.Message));
            return null;
        }
    }
}
