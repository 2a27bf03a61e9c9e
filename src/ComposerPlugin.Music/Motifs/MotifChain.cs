namespace ComposerPlugin.Music;

/// <summary>
/// One way to look back: an attribute of a note, and the contexts that foretell it. A context of order n is a chain of n elements, each
/// order adding one: what came right before, then what came before that, and so on.
/// </summary>
public sealed class MotifChain
{
    /// <summary>The element where there is nothing further back.</summary>
    public const long None = long.MinValue;

    // A first note's interval is counted from here.
    private const int MiddlePitch = 67;
    private const int NoInterval = 999;
    private const int LatestBar = 40;

    // The rest of a note that begins together with the one before.
    private const int Together = int.MinValue;

    private readonly Part[] _parts;

    private MotifChain(string name, NoteAttribute attribute, params Part[] parts)
    {
        (Name, Attribute, _parts) = (name, attribute, parts);
        Orders = parts.Sum(part => part.Count);
        HoldsPitches = parts.Any(part => part.HoldsPitches);
        SymbolIsInterval = attribute == NoteAttribute.Pitch && !HoldsPitches;
    }

    private delegate long Reading(MotifMemory memory, int note, int transposition);

    /// <summary>All chains, those of one attribute together.</summary>
    public static IReadOnlyList<MotifChain> All { get; } =
    [
        new("durations", NoteAttribute.Timing, Back(3, 1, Duration)),
        new("place, bar, durations", NoteAttribute.Timing, One(0, BarPositionBefore), One(0, BarInCycle), One(0, Cycle), Back(3, 1, Duration)),
        new("notes", NoteAttribute.Timing, BackPitched(10, 1, Note)),

        new("pitches", NoteAttribute.Pitch, BackPitched(12, 1, Pitch)),
        new("intervals", NoteAttribute.Pitch, Back(12, 1, Interval)),
        new("pitch, place, pitches", NoteAttribute.Pitch, BackPitched(1, 1, Pitch), One(0, BarPosition), BackPitched(10, 2, Pitch)),
        new("pitch, notes", NoteAttribute.Pitch, BackPitched(1, 1, Pitch), One(1, Duration), BackPitched(10, 2, Note)),
        new("interval, place, steps", NoteAttribute.Pitch, One(1, Interval), One(0, BarPosition), Back(9, 2, Step)),

        new("durations", NoteAttribute.Duration, Back(10, 1, Duration)),
        new("duration, place, durations", NoteAttribute.Duration, One(1, Duration), One(0, BarPosition), Back(9, 2, Duration)),
        new("pitch, duration, notes", NoteAttribute.Duration, BackPitched(1, 0, PitchAfterDuration), BackPitched(11, 1, Note)),
        new("place, durations, intervals", NoteAttribute.Duration, One(0, BarPosition), Back(4, 1, Duration), One(0, Interval), Back(4, 1, Interval)),
    ];

    /// <summary>What the contexts are made of.</summary>
    public string Name { get; }

    /// <summary>What is foretold.</summary>
    public NoteAttribute Attribute { get; }

    /// <summary>The highest order.</summary>
    public int Orders { get; }

    /// <summary>Whether pitches stand in the contexts as they are, so that what is learnt in one key says nothing about another.</summary>
    public bool HoldsPitches { get; }

    /// <summary>Whether it foretells the interval instead of the pitch.</summary>
    public bool SymbolIsInterval { get; }

    /// <summary>The chains of an attribute.</summary>
    public static IEnumerable<MotifChain> Of(NoteAttribute attribute) => All.Where(chain => chain.Attribute == attribute);

    /// <summary>The place in <see cref="All"/> of an attribute's first chain.</summary>
    public static int First(NoteAttribute attribute) => attribute switch
    {
        NoteAttribute.Timing => 0,
        NoteAttribute.Pitch => MotifForecast.Chains(NoteAttribute.Timing),
        _ => MotifForecast.Chains(NoteAttribute.Timing) + MotifForecast.Chains(NoteAttribute.Pitch),
    };

    /// <summary>How many different classes an attribute has.</summary>
    public static int Classes(NoteAttribute attribute) => attribute switch
    {
        NoteAttribute.Timing => Vocabulary.Iois,
        NoteAttribute.Pitch => Vocabulary.Pitches,
        _ => Vocabulary.Durations,
    };

    /// <summary>The element that an order adds to a note's context, or <see cref="None"/>.</summary>
    /// <param name="memory">The music.</param>
    /// <param name="note">The note that is foretold; the memory's count for the expected one.</param>
    /// <param name="order">From 1 to <see cref="Orders"/>.</param>
    /// <param name="transposition">Added to all pitches, in semitones.</param>
    public long Element(MotifMemory memory, int note, int order, int transposition = 0)
    {
        foreach (var part in _parts)
        {
            if (order > part.Count)
            {
                order -= part.Count;
                continue;
            }
            // One before the beginning is an element too: that the music begins there.
            int read = note - part.From - (order - 1);
            return read < -1 ? None : part.Read(memory, read, transposition);
        }
        return None;
    }

    /// <summary>What came, in the terms of this chain: a rest, an interval, a pitch or a duration class.</summary>
    public int Symbol(MotifMemory memory, int note, int transposition = 0) => Attribute switch
    {
        NoteAttribute.Timing => note > 0 && memory[note].Ioi == 0 ? Together : memory[note].Rest,
        NoteAttribute.Duration => memory[note].Duration,
        _ when SymbolIsInterval => memory[note].Pitch - PitchBefore(memory, note),
        _ => memory[note].Pitch + transposition,
    };

    /// <summary>The class that a symbol means for the expected note; negative when it means none.</summary>
    /// <param name="memory">The music.</param>
    /// <param name="symbol">What came elsewhere.</param>
    /// <param name="restOfNoIoi">The rest that a gap of 0 ticks would be now.</param>
    public int ClassOf(MotifMemory memory, int symbol, int restOfNoIoi)
    {
        if (Attribute == NoteAttribute.Timing)
            return IoiOf(symbol, restOfNoIoi, memory.Count == 0);
        int shown = SymbolIsInterval ? symbol + PitchBefore(memory, memory.Count) : symbol;
        return shown < Classes(Attribute) ? shown : -1;
    }

    private static int IoiOf(int rest, int restOfNoIoi, bool first)
    {
        if (rest == Together)
            return restOfNoIoi <= 0 ? 0 : -1;
        long ioi = (long)rest - restOfNoIoi;
        return ioi > Vocabulary.ExactTicks ? Vocabulary.Wait : ioi > 0 || (first && ioi == 0) ? (int)ioi : -1;
    }

    private static int PitchBefore(MotifMemory memory, int note) => note > 0 ? memory[note - 1].Pitch : MiddlePitch;

    private static Part One(int back, Reading read) => new(1, back, read, HoldsPitches: false);

    private static Part Back(int count, int from, Reading read) => new(count, from, read, HoldsPitches: false);

    private static Part BackPitched(int count, int from, Reading read) => new(count, from, read, HoldsPitches: true);

    private static long Pitch(MotifMemory memory, int note, int transposition) => note < 0 ? -1 : memory[note].Pitch + transposition;

    private static long Duration(MotifMemory memory, int note, int transposition) => note < 0 ? -1 : memory[note].Duration;

    private static long Interval(MotifMemory memory, int note, int transposition) =>
        note < 1 ? NoInterval : memory[note].Pitch - memory[note - 1].Pitch;

    private static long Note(MotifMemory memory, int note, int transposition) => Pair(Duration(memory, note, 0), Pitch(memory, note, transposition));

    private static long Step(MotifMemory memory, int note, int transposition) => Pair(Interval(memory, note, 0), Duration(memory, note + 1, 0));

    private static long PitchAfterDuration(MotifMemory memory, int note, int transposition) =>
        Pair(Pitch(memory, note, transposition), Duration(memory, note - 1, 0));

    private static long BarPosition(MotifMemory memory, int note, int transposition) => Pair(memory[note].BarPosition, memory[note].Meter);

    private static long BarPositionBefore(MotifMemory memory, int note, int transposition) => Pair(memory[note].BarPositionBefore, memory[note].Meter);

    private static long BarInCycle(MotifMemory memory, int note, int transposition) => (memory[note].BarBefore + Vocabulary.BarCycle) % Vocabulary.BarCycle;

    private static long Cycle(MotifMemory memory, int note, int transposition) => Math.Min(memory[note].BarBefore, LatestBar) / Vocabulary.BarCycle;

    private static long Pair(long first, long second) => (first << 32) ^ (uint)second;

    // A run of elements of one sort: the first reads so many notes before the one that is foretold, each next one a note further back.
    private readonly record struct Part(int Count, int From, Reading Read, bool HoldsPitches);
}
