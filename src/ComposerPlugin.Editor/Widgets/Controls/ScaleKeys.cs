using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>
/// [main] An octave of keys: those of the scale are bright, the others dim, and a dot marks the tonic. A click on a key makes it the tonic.
/// </summary>
internal sealed class ScaleKeys : ControlWidget
{
    private const int WhiteKeys = 7, PitchClasses = 12;
    private const float Gap = 0.8f, BlackWidth = 0.66f, BlackHeight = 0.62f;

    // The pitch classes of the keys by position, and the white key to the left of each black one.
    private static readonly int[] Whites = [0, 2, 4, 5, 7, 9, 11], Blacks = [1, 3, 6, 8, 10], LeftOfBlacks = [0, 1, 3, 4, 5];

    private readonly IControl _scale;
    private readonly TypeAhead _typed = new();
    private int _shownScale = -1;
    private int _pointed = -1;

    /// <summary>Keys for a tonic and a scale.</summary>
    public ScaleKeys(IControl key, IControl scale, ParameterMenu menu)
        : base(key, ControlStrings.Key, menu) => _scale = scale;

    /// <inheritdoc/>
    public override string ValueText => NoteNames.Show(base.ValueText);

    private int Tonic => Control.EntryOf(Value);

    private float WhiteWidth => Bounds.Width / WhiteKeys;

    // The first scale is none: then no key is more than another.
    private bool IsOff => _shownScale <= 0;

    /// <inheritdoc/>
    public override void Tick()
    {
        base.Tick();
        _typed.Tick();
        if (_scale.Entry() == _shownScale)
            return;
        _shownScale = _scale.Entry();
        Invalidate();
    }

    /// <inheritdoc/>
    public override void Draw(SKCanvas canvas, Theme theme, SKRect part)
    {
        for (int i = 0; i < WhiteKeys; i++)
            DrawKey(canvas, WhitePlace(i), Whites[i], theme, theme.WhiteKey, theme.OutOfScaleWhite);
        for (int i = 0; i < Blacks.Length; i++)
            DrawKey(canvas, BlackPlace(i), Blacks[i], theme, IsOff ? theme.BlackKey : theme.InScale, theme.OutOfScaleBlack);
        if (Host!.HasKeys(this))
            canvas.DrawRoundRect(SKRect.Inflate(Bounds, -1, -1), 3, 3, theme.Focus);
    }

    /// <inheritdoc/>
    public override void Pointer(in PointerEvent e)
    {
        int at = e.Kind == PointerKind.Leave ? -1 : KeyAt(e.X, e.Y);
        if (at != _pointed)
        {
            _pointed = at;
            Invalidate();
        }
        if (e.Kind is PointerKind.Press or PointerKind.DoublePress)
            Choose(at);
        else
            base.Pointer(e);
    }

    /// <inheritdoc/>
    public override bool KeyDown(in KeyEvent e)
    {
        if (e.Control)
            return base.KeyDown(e);
        switch (e.Key)
        {
            case Key.Right or Key.Up:
                Choose((Tonic + 1) % PitchClasses);
                return true;
            case Key.Left or Key.Down:
                Choose((Tonic + PitchClasses - 1) % PitchClasses);
                return true;
            case Key.None when char.IsAsciiLetter(e.Character):
                if (_typed.Find(e.Character, Tonic, PitchClasses, KeyName) is var found and >= 0)
                    Choose(found);
                return true;
            default:
                return base.KeyDown(e);
        }
    }

    /// <inheritdoc/>
    protected override void TurnWheel(float notches, bool isFine)
    {
        if (WholeNotches(notches) is var whole and not 0)
            Choose((((Tonic + whole) % PitchClasses) + PitchClasses) % PitchClasses);
    }

    private string KeyName(int key) => Control.Format((double)key / Control.Steps);

    // A tonic without a scale would change nothing: the major scale comes with it.
    private void Choose(int key)
    {
        if (key < 0)
            return;
        Change((double)key / Control.Steps);
        if (_scale.Entry() == 0)
            _scale.Choose(1);
    }

    private void DrawKey(SKCanvas canvas, SKRect place, int pitchClass, Theme theme, SKPaint inside, SKPaint outside)
    {
        bool isTonic = !IsOff && pitchClass == Tonic;
        bool isInside = IsOff || Music.Scale.Named[_shownScale].Scale.Contains(pitchClass, Tonic);
        canvas.DrawRoundRect(place, 2, 2, isTonic ? theme.Tonic : isInside ? inside : outside);
        if (place.Height == Bounds.Height)
            canvas.DrawRoundRect(SKRect.Inflate(place, -0.5f, -0.5f), 2, 2, theme.Border);
        if (isTonic)
            canvas.DrawCircle(place.MidX, place.Bottom - 5, 1.8f, theme.OnAccent);
        if (_pointed == pitchClass)
            canvas.DrawRoundRect(SKRect.Inflate(place, -0.75f, -0.75f), 2, 2, theme.AccentLine);
    }

    private SKRect WhitePlace(int index) =>
        SKRect.Create(Bounds.Left + (index * WhiteWidth), Bounds.Top, WhiteWidth - Gap, Bounds.Height);

    private SKRect BlackPlace(int index)
    {
        float width = WhiteWidth * BlackWidth, middle = Bounds.Left + ((LeftOfBlacks[index] + 1) * WhiteWidth) - (Gap / 2);
        return SKRect.Create(middle - (width / 2), Bounds.Top, width, Bounds.Height * BlackHeight);
    }

    private int KeyAt(float x, float y)
    {
        for (int i = 0; i < Blacks.Length; i++)
        {
            if (BlackPlace(i).Contains(x, y))
                return Blacks[i];
        }
        return Bounds.Contains(x, y) ? Whites[Math.Clamp((int)((x - Bounds.Left) / WhiteWidth), 0, WhiteKeys - 1)] : -1;
    }
}
