using ComposerPlugin.Engine;
using ComposerPlugin.Inference;
using ComposerPlugin.Music;

namespace ComposerPlugin.Composing;

/// <summary>
/// What a variation starts from: the last phrase or, if two were captured, both. Phrases shorter than the answer are repeated. All memory
/// is allocated in the constructor.
/// </summary>
internal sealed class PhraseVariation
{
    // The index of the draw that chooses the phrase of each bar; notes use other indices.
    private const int ForBar = 9;

    private readonly TimedNote[] _notes = new TimedNote[Capacities.AnswerNotes];
    private int _count;

    /// <summary>What the answer varies.</summary>
    public Variation Variation { get; private set; } = new(new(1), new(1), 0, 0);

    /// <summary>The tick of the answer's first onset.</summary>
    public long FirstOnset { get; private set; }

    /// <summary>Chooses what the answer varies; false if nothing was played yet.</summary>
    public bool TryChoose(SessionMemory memory, in ComposeRequest request)
    {
        bool isBetween = !memory.PhraseA.IsEmpty && !memory.PhraseB.IsEmpty;
        var from = isBetween ? memory.PhraseA : memory.LastPhrase;
        Variation = new(from, isBetween ? memory.PhraseB : from, request.Controls.Variation, isBetween ? request.Controls.Morph : 0);
        if (from.IsEmpty)
            return false;
        var first = Variation.Morph < 0.5 ? from : Variation.To;
        FirstOnset = Math.Min(request.Answer.Start + first.Notes[0].Onset, request.Answer.End - 1);
        return true;
    }

    /// <summary>The phrase, or bars of both mixed, where it is to sound, through the whole answer.</summary>
    public ReadOnlySpan<TimedNote> Write(in ComposeRequest request, int ordinal, int polyphony)
    {
        _count = 0;
        int bar = request.Bars.Meter.BarTicks;
        for (int number = 0; request.Answer.Start + ((long)number * bar) < request.Answer.End; number++)
        {
            bool isTo = SeededRandom.Value(request.Controls.Seed, ordinal, number, ForBar) < Variation.Morph;
            WriteBar(isTo ? Variation.To : Variation.From, number * bar, bar, request, polyphony);
        }
        return _notes.AsSpan(0, _count);
    }

    private void WriteBar(PhraseNotes phrase, int barStart, int bar, in ComposeRequest request, int polyphony)
    {
        int length = phrase.BarsEnd;
        for (int at = barStart; at < barStart + bar;)
        {
            // The bars of the phrase may be longer or shorter than the current ones.
            int begin = at % length;
            int end = Math.Min(length, begin + (barStart + bar - at));
            foreach (var note in phrase.Notes)
            {
                if (note.Onset >= begin && note.Onset < end)
                    Add(note, request.Answer.Start + at + (note.Onset - begin), request, polyphony);
            }
            at += end - begin;
        }
    }

    // In a melody the highest of several notes stays, and each ends with the next.
    private void Add(in Note note, long onset, in ComposeRequest request, int polyphony)
    {
        if (polyphony == 1 && _count > 0)
        {
            ref var last = ref _notes[_count - 1];
            if (last.Onset == onset && last.Pitch >= note.Pitch)
                return;
            if (last.Onset == onset)
                _count--;
            else
                last = last with { Duration = (int)Math.Min(last.Duration, onset - last.Onset) };
        }
        if (_count < _notes.Length && onset < request.Answer.End)
        {
            int duration = (int)Math.Min(note.Duration, request.Answer.End - onset);
            _notes[_count++] = new(onset, duration, note.Pitch, note.Velocity, request.Bars);
        }
    }
}
