using ComposerPlugin.Engine;
using ComposerPlugin.Inference;
using ComposerPlugin.Music;

namespace ComposerPlugin.Composing;

/// <summary>
/// What a variation is made from: the last phrase or, where two were captured, both of them; and how far it goes. Passages shorter than the
/// answer are gone through again. All memory is made in the constructor.
/// </summary>
internal sealed class PhraseVariation
{
    // Which of two phrases a bar is taken from is drawn; notes take other numbers.
    private const int ForBar = 9;

    private readonly TimedNote[] _notes = new TimedNote[Capacities.AnswerNotes];
    private int _count;

    /// <summary>What the answer varies.</summary>
    public Variation Variation { get; private set; } = new(new(1), new(1), 0, 0);

    /// <summary>The tick at which the answer's first note begins.</summary>
    public long FirstOnset { get; private set; }

    /// <summary>Chooses what the answer varies; false where nothing was played yet.</summary>
    public bool TryChoose(SessionMemory notebook, in ComposeRequest request)
    {
        bool isBetween = !notebook.PhraseA.IsEmpty && !notebook.PhraseB.IsEmpty;
        var from = isBetween ? notebook.PhraseA : notebook.LastPhrase;
        Variation = new(from, isBetween ? notebook.PhraseB : from, request.Controls.Variation, isBetween ? request.Controls.Morph : 0);
        if (from.IsEmpty)
            return false;
        var first = Variation.Morph < 0.5 ? from : Variation.To;
        FirstOnset = Math.Min(request.Tick + first.Notes[0].Onset, request.End - 1);
        return true;
    }

    /// <summary>The phrase, or bars of both mixed, where it is to sound, through the whole answer.</summary>
    public ReadOnlySpan<TimedNote> Write(in ComposeRequest request, int ordinal, int polyphony)
    {
        _count = 0;
        var bars = TimedNote.BarsOf(request);
        int bar = bars.Meter.BarTicks;
        for (int number = 0; request.Tick + ((long)number * bar) < request.End; number++)
        {
            bool isTo = SeededRandom.Value(request.Controls.Seed, ordinal, number, ForBar) < Variation.Morph;
            WriteBar(isTo ? Variation.To : Variation.From, number * bar, bar, request, bars, polyphony);
        }
        return _notes.AsSpan(0, _count);
    }

    private void WriteBar(PhraseNotes phrase, int barPosition, int bar, in ComposeRequest request, BarGrid bars, int polyphony)
    {
        int length = phrase.BarsEnd;
        for (int at = barPosition; at < barPosition + bar;)
        {
            // Bars of the phrase may be longer or shorter than those of now.
            int begin = at % length;
            int end = Math.Min(length, begin + (barPosition + bar - at));
            foreach (var note in phrase.Notes)
            {
                if (note.Onset >= begin && note.Onset < end)
                    Add(note, request.Tick + at + (note.Onset - begin), request.End, bars, polyphony);
            }
            at += end - begin;
        }
    }

    // In a melody the highest of several notes stays, and each ends with the next.
    private void Add(in Note note, long onset, long end, BarGrid bars, int polyphony)
    {
        if (polyphony == 1 && _count > 0)
        {
            ref var last = ref _notes[_count - 1];
            if (last.Onset == onset && last.Pitch >= note.Pitch.Number)
                return;
            if (last.Onset == onset)
                _count--;
            else
                last = last with { Duration = (int)Math.Min(last.Duration, onset - last.Onset) };
        }
        if (_count < _notes.Length && onset < end)
            _notes[_count++] = new(onset, (int)Math.Min(note.Duration, end - onset), note.Pitch.Number, note.Velocity, bars);
    }
}
