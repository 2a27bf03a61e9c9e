namespace ComposerPlugin.Music;

/// <summary>
/// A variable-order context model for one attribute of a note. A context of order n is a chain of n elements; each order adds one element,
/// usually one note further back.
/// </summary>
public sealed class MotifChain
{
    /// <summary>The element of an order that reaches back beyond the start of the music.</summary>
    public const long None = long.MinValue;

    // The reference pitch for the interval of the first note.
    private const int MiddlePitch = 67;
    private const int NoInterval = 999;
    private const int LatestBar = 40;

    // The timing symbol of a note with the same onset as the previous one.
    private const int Together = int.MinValue;

    private readonly Part[] _parts;

    private MotifChain(string name, NoteAttribute attribute, params Part[] parts)
    {
        (Name, Attribute, _parts) = (name, attribute, parts);
        Orders = parts.Sum(part => part.Count);
        HoldsPitches = parts.Any(part => part.HoldsPitches);
        SymbolIsInterval = attribute == NoteAttribute.Pitch && !HoldsPitches;
    }

    private delegate long ElementReader(MotifMemory memory, int note, int transposition);

    /// <summary>All chains, grouped by attribute in the order of <see cref="NoteAttribute"/>.</summary>
    public static IReadOnlyList<MotifChain> All { get; } =
    [
        new("durations", NoteAttribute.Timing, Back(3, 1, Duration)),
        new("bar position, bar, durations", NoteAttribute.Timing,
            One(0, BarPositionBefore), One(0, BarInCycle), One(0, Cycle), Back(3, 1, Duration)),
        new("notes", NoteAttribute.Timing, BackPitched(10, 1, Note)),

        new("pitches", NoteAttribute.Pitch, BackPitched(12, 1, Pitch)),
        new("intervals", NoteAttribute.Pitch, Back(12, 1, Interval)),
        new("pitch, bar position, pitches", NoteAttribute.Pitch, BackPitched(1, 1, Pitch), One(0, BarPosition), BackPitched(10, 2, Pitch)),
        new("pitch, notes", NoteAttribute.Pitch, BackPitched(1, 1, Pitch), One(1, Duration), BackPitched(10, 2, Note)),
        new("interval, bar position, steps", NoteAttribute.Pitch, One(1, Interval), One(0, BarPosition), Back(9, 2, Step)),

        new("durations", NoteAttribute.Duration, Back(10, 1, Duration)),
        new("duration, bar position, durations", NoteAttribute.Duration, One(1, Duration), One(0, BarPosition), Back(9, 2, Duration)),
        new("pitch, duration, notes", NoteAttribute.Duration, BackPitched(1, 0, PitchAfterDuration), BackPitched(11, 1, Note)),
        new("bar position, durations, intervals", NoteAttribute.Duration,
            One(0, BarPosition), Back(4, 1, Duration), One(0, Interval), Back(4, 1, Interval)),
    ];

    /// <summary>The elements of the contexts, in words.</summary>
    public string Name { get; }

    /// <summary>The predicted attribute.</summary>
    public NoteAttribute Attribute { get; }

    /// <summary>The highest order.</summary>
    public int Orders { get; }

    /// <summary>Whether contexts contain absolute pitches, so that counts from one key do not apply to another.</summary>
    public bool HoldsPitches { get; }

    /// <summary>Whether the predicted symbol is an interval in semitones instead of a pitch.</summary>
    public bool SymbolIsInterval { get; }

    /// <summary>The chains of an attribute.</summary>
    public static IEnumerable<MotifChain> Of(NoteAttribute attribute) => All.Where(chain => chain.Attribute == attribute);

    /// <summary>The index in <see cref="All"/> of an attribute's first chain.</summary>
    public static int First(NoteAttribute attribute) => attribute switch
    {
        NoteAttribute.Timing => 0,
        NoteAttribute.Pitch => MotifPredictor.Chains(NoteAttribute.Timing),
        _ => MotifPredictor.Chains(NoteAttribute.Timing) + MotifPredictor.Chains(NoteAttribute.Pitch),
    };

    /// <summary>The number of classes of an attribute.</summary>
    public static int Classes(NoteAttribute attribute) => attribute switch
    {
        NoteAttribute.Timing => Vocabulary.Iois,
        NoteAttribute.Pitch => Vocabulary.Pitches,
        _ => Vocabulary.Durations,
    };

    /// <summary>The element that an order adds to a note's context, or <see cref="None"/>.</summary>
    /// <param name="memory">The music.</param>
    /// <param name="note">The index of the predicted note; <see cref="MotifMemory.Count"/> for the next one.</param>
    /// <param name="order">1 to <see cref="Orders"/>.</param>
    /// <param name="transposition">Semitones added to all pitches.</param>
    public long Element(MotifMemory memory, int note, int order, int transposition = 0)
    {
        foreach (var part in _parts)
        {
            if (order > part.Count)
            {
                order -= part.Count;
                continue;
            }
            // Index -1 is an element too: the start of the music.
            int read = note - part.From - (order - 1);
            return read < -1 ? None : part.Read(memory, read, transposition);
        }
        return None;
    }

    /// <summary>The symbol of a note for this chain: a rest in ticks, an interval in semitones, a pitch or a duration class.</summary>
    public int Symbol(MotifMemory memory, int note, int transposition = 0) => Attribute switch
    {
        NoteAttribute.Timing => note > 0 && memory[note].Ioi == 0 ? Together : memory[note].Rest,
        NoteAttribute.Duration => memory[note].Duration,
        _ when SymbolIsInterval => memory[note].Pitch - PitchBefore(memory, note),
        _ => memory[note].Pitch + transposition,
    };

    /// <summary>The class of the next note that a symbol stands for; negative if there is none.</summary>
    /// <param name="memory">The music.</param>
    /// <param name="symbol">The symbol of an earlier note.</param>
    /// <param name="restAtZeroIoi"><see cref="NoteEncoder.RestAtZeroIoi"/>, in ticks.</param>
    public int ClassOf(MotifMemory memory, int symbol, int restAtZeroIoi)
    {
        if (Attribute == NoteAttribute.Timing)
            return IoiOf(symbol, restAtZeroIoi, memory.Count == 0);
        int value = SymbolIsInterval ? symbol + PitchBefore(memory, memory.Count) : symbol;
        return value < Classes(Attribute) ? value : -1;
    }

    private static int IoiOf(int rest, int restAtZeroIoi, bool first)
    {
        if (rest == Together)
            return restAtZeroIoi <= 0 ? 0 : -1;
        long ioi = (long)rest - restAtZeroIoi;
        return ioi > Vocabulary.ExactTicks ? Vocabulary.Wait : ioi > 0 || (first && ioi == 0) ? (int)ioi : -1;
    }

    private static int PitchBefore(MotifMemory memory, int note) => note > 0 ? memory[note - 1].Pitch : MiddlePitch;

    private static Part One(int back, ElementReader read) => new(1, back, read, HoldsPitches: false);

    private static Part Back(int count, int from, ElementReader read) => new(count, from, read, HoldsPitches: false);

    private static Part BackPitched(int count, int from, ElementReader read) => new(count, from, read, HoldsPitches: true);

    private static long Pitch(MotifMemory memory, int note, int transposition) => note < 0 ? -1 : memory[note].Pitch + transposition;

    private static long Duration(MotifMemory memory, int note, int transposition) => note < 0 ? -1 : memory[note].Duration;

    private static long Interval(MotifMemory memory, int note, int transposition) =>
        note < 1 ? NoInterval : memory[note].Pitch - memory[note - 1].Pitch;

    private static long Note(MotifMemory memory, int note, int transposition) =>
        Pair(Duration(memory, note, 0), Pitch(memory, note, transposition));

    private static long Step(MotifMemory memory, int note, int transposition) =>
        Pair(Interval(memory, note, 0), Duration(memory, note + 1, 0));

    private static long PitchAfterDuration(MotifMemory memory, int note, int transposition) =>
        Pair(Pitch(memory, note, transposition), Duration(memory, note - 1, 0));

    private static long BarPosition(MotifMemory memory, int note, int transposition) => Pair(memory[note].BarPosition, memory[note].Meter);

    private static long BarPositionBefore(MotifMemory memory, int note, int transposition) =>
        Pair(memory[note].BarPositionBefore, memory[note].Meter);

    private static long BarInCycle(MotifMemory memory, int note, int transposition) =>
        (memory[note].BarBefore + Vocabulary.BarCycle) % Vocabulary.BarCycle;

    private static long Cycle(MotifMemory memory, int note, int transposition) =>
        Math.Min(memory[note].BarBefore, LatestBar) / Vocabulary.BarCycle;

    private static long Pair(long first, long second) => (first << 32) ^ (uint)second;

    // Count elements of one type: the first is read From notes before the predicted note, each next one a note further back.
    private readonly record struct Part(int Count, int From, ElementReader Read, bool HoldsPitches);
}
