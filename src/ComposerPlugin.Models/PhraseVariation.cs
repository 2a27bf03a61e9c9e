using ComposerPlugin.Engine;
using ComposerPlugin.Music;

namespace ComposerPlugin.Models;

/// <summary>
/// What a variation is made from: the last phrase or, where two were captured, both of them; and how far it goes. Passages shorter than the
/// answer are gone through again. All memory is made in the constructor.
/// </summary>
internal sealed class PhraseVariation
{
    // Which of two phrases a bar is taken from is drawn; notes take other numbers.
    private const int ForBar = 9;

    private readonly HeardNote[] _notes = new HeardNote[AnswerWriter.MostNotes];
    private int _count;

    /// <summary>The phrase that is varied, or that lies at the one end.</summary>
    public PhraseNotes From { get; private set; } = new(1);

    /// <summary>The phrase at the other end; the same where there is only one.</summary>
    public PhraseNotes To { get; private set; } = new(1);

    /// <summary>How far the answer goes from what it varies: 0 to 1.</summary>
    public float Amount { get; private set; }

    /// <summary>Where between the phrases it lies: 0 the one, 1 the other.</summary>
    public float Morph { get; private set; }

    /// <summary>Whether the answer is a phrase as it was played.</summary>
    public bool IsPhraseItself => Amount == 0 && Morph is 0 or 1;

    /// <summary>The tick at which the answer's first note begins.</summary>
    public long FirstOnset { get; private set; }

    /// <summary>Chooses what the answer varies; false where nothing was played yet.</summary>
    public bool TryChoose(Notebook notebook, in ComposeRequest request)
    {
        bool isBetween = !notebook.PhraseA.IsEmpty && !notebook.PhraseB.IsEmpty;
        From = isBetween ? notebook.PhraseA : notebook.LastPhrase;
        To = isBetween ? notebook.PhraseB : From;
        Morph = isBetween ? request.Controls.Morph : 0;
        Amount = request.Controls.Variation;
        if (From.IsEmpty)
            return false;
        var first = Morph < 0.5 ? From : To;
        FirstOnset = Math.Min(request.Tick + first.Notes[0].Onset, request.End - 1);
        return true;
    }

    /// <summary>The phrase, or bars of both mixed, where it is to sound, through the whole answer.</summary>
    public ReadOnlySpan<HeardNote> Write(in ComposeRequest request, int ordinal, int polyphony)
    {
        _count = 0;
        var bars = HeardNote.BarsOf(request);
        int bar = bars.Meter.BarTicks;
        for (int number = 0; request.Tick + ((long)number * bar) < request.End; number++)
        {
            bool isTo = SeededRandom.Value(request.Controls.Seed, ordinal, number, ForBar) < Morph;
            WriteBar(isTo ? To : From, number * bar, bar, request, bars, polyphony);
        }
        return _notes.AsSpan(0, _count);
    }

    private void WriteBar(PhraseNotes phrase, int place, int bar, in ComposeRequest request, BarGrid bars, int polyphony)
    {
        int length = phrase.BarsEnd;
        for (int at = place; at < place + bar;)
        {
            // Bars of the phrase may be longer or shorter than those of now.
            int begin = at % length;
            int end = Math.Min(length, begin + (place + bar - at));
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
