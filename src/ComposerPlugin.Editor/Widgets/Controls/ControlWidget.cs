using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>
/// [main] A widget for a parameter. Every edit is one gesture of the host: a drag from press to release, each notch and each key by itself.
/// The value is read at each tick, so that automation moves it; while the user holds it, it is the user's.
/// </summary>
internal abstract class ControlWidget : Widget
{
    private readonly ParameterMenu _menu;
    private readonly TextLine _title = new(Fonts.Small);
    private double _before;
    private float _notches;

    /// <summary>A widget for a parameter.</summary>
    /// <param name="control">The parameter.</param>
    /// <param name="label">What it is called and what it does.</param>
    /// <param name="menu">The menu of the second button.</param>
    protected ControlWidget(IControl control, ControlLabel label, ParameterMenu menu)
    {
        (Control, Label, Scale, _menu) = (control, label, new(control), menu);
        _title.Set(label.Title);
    }

    /// <summary>The parameter.</summary>
    public IControl Control { get; private set; }

    /// <summary>What it is called and what it does.</summary>
    public ControlLabel Label { get; private set; }

    /// <summary>Whether the user holds it: the host's gesture goes on.</summary>
    public bool IsHeld { get; private set; }

    /// <summary>Whether values can be typed.</summary>
    public virtual bool CanType => true;

    /// <summary>The text of the value, with its unit.</summary>
    public virtual string ValueText => Scale.Format(Value);

    /// <summary>The text of the default.</summary>
    public virtual string DefaultText => Scale.Format(Control.Default);

    /// <summary>What can be typed, for the line below the typed text.</summary>
    public virtual string RangeText => ControlStrings.Range(Scale.Format(0), Scale.Format(1));

    /// <summary>Where the value stands, in units: a typed one is written over it.</summary>
    public virtual SKRect ValuePlace => Bounds;

    /// <inheritdoc/>
    public override bool TakesKeys => true;

    /// <inheritdoc/>
    public override string Name => Label.Title;

    /// <inheritdoc/>
    public override string Reading => ValueText;

    /// <inheritdoc/>
    public override string Help => Label.Help;

    /// <inheritdoc/>
    public override string Tip =>
        Control.IsList ? ControlStrings.Default(DefaultText) : ControlStrings.RangeAndDefault(RangeText, DefaultText);

    /// <summary>The value that is shown, normalized.</summary>
    protected double Value { get; private set; } = double.NaN;

    /// <summary>Its values.</summary>
    protected ValueScale Scale { get; private set; }

    /// <summary>The title as it is drawn.</summary>
    protected TextLine TitleLine => _title;

    /// <summary>Whether the pointer is over it, or holds it.</summary>
    protected bool IsPointed => IsHeld || Host!.HasPointer(this);

    /// <summary>Shows another parameter in its place; false while the user holds it.</summary>
    public bool Use(IControl control, ControlLabel label)
    {
        if (Control == control)
            return true;
        if (IsHeld)
            return false;
        (Control, Label, Scale) = (control, label, new(control));
        _title.Set(label.Title);
        Show(control.Value);
        return true;
    }

    /// <summary>Whether it edits a parameter.</summary>
    public virtual bool Edits(IControl control) => Control == control || (Control is PercentControl percent && percent.Factor == control);

    /// <summary>Sets the default.</summary>
    public virtual void Reset() => Change(Control.Default);

    /// <summary>Sets a typed value; false if the text is none.</summary>
    public virtual bool TryType(string text)
    {
        if (!Scale.TryParse(text, out double value))
            return false;
        Change(value);
        return true;
    }

    /// <summary>Opens the line for a typed value.</summary>
    public void StartTyping() => StartTyping('\0');

    /// <inheritdoc/>
    public override void Tick()
    {
        base.Tick();
        double value = Control.Value;
        if (!IsHeld && value != Value)
            Show(value);
    }

    /// <inheritdoc/>
    public override void Pointer(in PointerEvent e)
    {
        if (e.Kind == PointerKind.MenuPress)
            _menu.Open(this, new(e.X, e.Y));
        else if (e.Kind == PointerKind.Wheel)
            TurnWheel(e.Wheel, e.Shift);
    }

    /// <inheritdoc/>
    public override bool KeyDown(in KeyEvent e)
    {
        // A drag goes on: only leaving it is possible.
        if (IsHeld)
        {
            if (e.Key == Key.Escape)
                Cancel();
            return e.Key == Key.Escape;
        }
        if (e.Control)
            return e.Character is 'c' or 'C' && Copy();
        switch (e.Key)
        {
            case Key.Home:
                Change(0);
                return true;
            case Key.End:
                Change(1);
                return true;
            case Key.Delete:
                Reset();
                return true;
            case Key.Menu:
                _menu.Open(this, new(Bounds.MidX, Bounds.MidY));
                return true;
            case Key.Return when CanType:
                StartTyping('\0');
                return true;
            case Key.None when CanType && (char.IsAsciiDigit(e.Character) || e.Character is '-' or '+' or '.'):
                StartTyping(e.Character);
                return true;
            default:
                return false;
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        // The host's gesture does not outlive the window.
        LetGo();
        _title.Dispose();
        base.Dispose();
    }

    /// <summary>Another value is shown: texts are made, in the widgets that have them.</summary>
    protected virtual void Shown()
    {
    }

    /// <summary>The user takes hold of it: the gesture begins.</summary>
    protected void Grab()
    {
        if (IsHeld)
            return;
        _before = Control.Value;
        IsHeld = true;
        Control.Begin();
    }

    /// <summary>The user moves it; nothing happens if it is not held.</summary>
    protected void MoveTo(double value)
    {
        if (!IsHeld || value == Value)
            return;
        Control.Set(value);
        Show(value);
    }

    /// <summary>The user lets go of it: the gesture ends.</summary>
    protected void LetGo()
    {
        if (!IsHeld)
            return;
        IsHeld = false;
        Control.End();
        Invalidate();
    }

    /// <summary>Sets a value as a gesture of its own, or within the one that goes on; nothing happens if it is the value already.</summary>
    protected void Change(double value)
    {
        if (IsHeld)
        {
            MoveTo(value);
            return;
        }
        if (value != Control.Value)
            Control.Change(value);
        Show(Control.Value);
    }

    /// <summary>Moves it to the nearest round value, some way from the present one.</summary>
    protected void MoveBy(double distance, bool isFine)
    {
        double value = Scale.Snap(Value + distance, isFine);
        Change(value);
    }

    /// <summary>Turns of the wheel: away from the user is more.</summary>
    /// <param name="notches">How far; parts of a notch add up where there are steps.</param>
    /// <param name="isFine">Whether Shift is down.</param>
    protected virtual void TurnWheel(float notches, bool isFine)
    {
        int whole = WholeNotches(notches);
        if (whole != 0)
            MoveBy(whole * Scale.Notch(isFine), isFine: false);
    }

    /// <summary>Adds up parts of notches, as touchpads give them.</summary>
    /// <returns>The whole notches that have come together.</returns>
    protected int WholeNotches(float notches)
    {
        // A turn the other way counts at once.
        if (notches * _notches < 0)
            _notches = 0;
        _notches += notches;
        int whole = (int)_notches;
        _notches -= whole;
        return whole;
    }

    /// <summary>Opens the line for a typed value, with its first letter if that is typed already.</summary>
    protected void StartTyping(char first) => Host!.OpenPopup(new ValuePopup(this, first));

    /// <summary>Has it drawn again, with the texts of its value made again.</summary>
    protected void Show(double value)
    {
        Value = value;
        Shown();
        Invalidate();
    }

    private void Cancel()
    {
        MoveTo(_before);
        LetGo();
    }

    private bool Copy()
    {
        Host!.CopyText(ValueText);
        return true;
    }
}
