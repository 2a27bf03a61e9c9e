using ComposerPlugin.Engine;
using ComposerPlugin.Music;

namespace ComposerPlugin.Composing;

/// <summary>
/// Where an answer stands in a piece of sections: which bars return, where its section opens, how it closes, and how far a contrasting
/// section lies from the first one. Bars are those of the <see cref="FormMemory"/>. All memory is allocated in the constructor.
/// </summary>
/// <param name="context">What the model has read.</param>
internal sealed class SectionGuide(ModelContext context)
{
    // The longest phrase that a first section continues, in bars.
    private const int LongestPhrase = 16;

    // Draws of the piece are beside those of the notes; their step is a section.
    private const int FormDraw = 40, RegisterDraw = 41, EndingDraw = 42;

    private readonly RegisterLean _lean = new();

    // The sections of the piece; null if the answer belongs to none.
    private SectionPlan? _plan;

    // Those that were drawn last.
    private SectionPlan? _drawn;
    private PiecePosition _piece;
    private int _section;

    // The bar of the memory at which the piece begins.
    private int _zero;

    // The key class at the end of the first section; 0 before.
    private int _home;

    // The mean pitch of the first section, as a MIDI note number; 0 before.
    private float _register;
    private bool _closes;

    // A contrasting section lies a third or a fifth above the first one, a later one perhaps a third below: in semitones. In Irish tunes
    // the second section lies 2.6 above the first on average, in hymns and songs 0.5 to 1.
    private static ReadOnlySpan<sbyte> Lifts => [4, 7, -3];

    /// <summary>Whether the answer belongs to a piece.</summary>
    public bool IsPiece => _plan is not null;

    /// <summary>Draws the sections of a piece.</summary>
    /// <param name="forms">The forms of the style's music.</param>
    /// <param name="piece">The piece.</param>
    /// <param name="sections">Their number.</param>
    /// <param name="bars">The bars of the piece.</param>
    public static SectionPlan Draw(SectionForms forms, PiecePosition piece, int sections, int bars) =>
        new(forms.Draw(sections, SeededRandom.Value(piece.Seed, piece.Number, 0, FormDraw)), sections, bars);

    /// <summary>The answer belongs to no piece.</summary>
    public void Clear() => _plan = null;

    /// <summary>Begins an answer.</summary>
    /// <param name="piece">The piece to which it belongs.</param>
    /// <param name="plan">The sections of the piece; null to draw them.</param>
    /// <param name="forms">The forms of the style's music.</param>
    /// <param name="answer">The bounds of the answer.</param>
    /// <param name="barTicks">The ticks of a bar.</param>
    /// <param name="closes">Whether the answer closes; if it ends a section, it does so as that section.</param>
    public void Begin(PiecePosition piece, SectionPlan? plan, SectionForms forms, AnswerBounds answer, int barTicks, bool closes)
    {
        Clear();
        if (!piece.IsPiece)
            return;
        int bar = (int)((answer.Start - piece.Start) / barTicks);
        bool isOther = piece != _piece || bar == 0;
        _piece = piece;
        if (plan is null && (isOther || _drawn is null))
            _drawn = Draw(forms, piece, SectionPlan.UsualSections, SectionPlan.UsualSections * SectionPlan.UsualBars);
        _plan = plan ?? _drawn!;
        _zero = context.Form.BarOf(context.FormTick(answer.Start)) - bar;
        _section = _plan.SectionOf(bar);
        _closes = closes && answer.End == piece.Start + ((long)_plan.EndOf(_section) * barTicks);
        if (isOther || _section == 0)
            _home = 0;
        else if (_home == 0)
            _home = context.Key;
        _register = _section == 0 ? 0 : RegisterOfFirst();
    }

    /// <summary>The bar that opens the section of another one. A first section continues a phrase that was played before it.</summary>
    /// <param name="bar">The bar.</param>
    public int OpeningOf(int bar)
    {
        int section = _plan!.SectionOf(bar - _zero), opening = context.Form.OpeningBar;
        return section > 0 ? _zero + _plan.BarOf(section)
            : opening >= 0 && opening >= _zero - LongestPhrase ? Math.Min(opening, _zero)
            : _zero;
    }

    /// <summary>What a bar refers to if its section returns to an earlier one.</summary>
    /// <param name="bar">The bar.</param>
    /// <param name="reference">The reference.</param>
    /// <returns>False if the bars of this section are drawn.</returns>
    public bool TryReturn(int bar, out BarReference reference)
    {
        reference = _plan!.ReturnAt(bar - _zero);
        return _plan.Returns(_plan.SectionOf(bar - _zero));
    }

    /// <summary>Draws the degree on which the section closes with the answer, if it does, in semitones above the home tonic.</summary>
    /// <param name="endings">The endings of the style's phrases.</param>
    /// <param name="scale">The degrees that it may end on.</param>
    /// <param name="degree">The degree.</param>
    public bool TryEnd(PhraseEndings endings, Scale scale, out int degree)
    {
        bool isHalf = _closes && _plan!.CloseOf(_section) == SectionClose.Half;
        degree = isHalf ? endings.DrawHalf(scale, Random(_section, EndingDraw)) : 0;
        return _closes;
    }

    /// <summary>The semitones from the tonic of a key up to the home tonic, 0 to 11; 0 while one is unknown.</summary>
    /// <param name="key">The key class.</param>
    public int HomeAbove(int key) =>
        IsPiece && _home > 0 && key > 0
            ? PhraseEndings.DegreeOf(KeyTracker.TonicOf(_home), KeyTracker.TonicOf(key))
            : 0;

    /// <summary>Leans the pitches of a contrasting section away from the first one.</summary>
    /// <param name="logits">The logits of pitches.</param>
    /// <param name="bar">The bar in which the note begins.</param>
    public ReadOnlySpan<float> Lean(ReadOnlySpan<float> logits, int bar)
    {
        if (_plan is null || _register == 0)
            return logits;
        int section = _plan.SectionOf(bar - _zero);
        return section == 0 || _plan.Returns(section) ? logits : _lean.Apply(logits, _register + Lift(section));
    }

    // Each new letter has another lift than the one before.
    private int Lift(int section)
    {
        int letters = Random(0, RegisterDraw) < 0.5 ? 0 : 1;
        for (int earlier = 1; earlier < section; earlier++)
            letters += _plan!.Returns(earlier) ? 0 : 1;
        return Lifts[letters % Lifts.Length];
    }

    private float RegisterOfFirst()
    {
        double mean = context.Form.MeanPitch(_zero, _zero + _plan!.EndOf(0));
        return double.IsFinite(mean) ? (float)mean : 0;
    }

    private double Random(int section, int draw) => SeededRandom.Value(_piece.Seed, _piece.Number, section, draw);
}
