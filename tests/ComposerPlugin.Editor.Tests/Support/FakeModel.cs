using ComposerPlugin.Engine;
using ComposerPlugin.Music;

namespace ComposerPlugin.Editor.Tests;

/// <summary>
/// An instance in the middle of a session: a phrase of four bars, and its answer, of which one bar and a half have sounded.
/// </summary>
internal sealed class FakeModel : IEditorModel
{
    private const double Now = (5 * 96) + 40;

    // Scale degrees of D major in eighths: the phrase, and the answer to it.
    private static readonly int[] Melody =
        [0, 4, 2, 1, 0, -1, 1, 2, 5, 4, 1, 0, -2, -1, 1, 2, 2, 4, 6, 7, 8, 7, 6, 4, 5, 4, 2, 1, 0, 1, 2, 0];

    private static readonly int[] Steps = [0, 2, 4, 5, 7, 9, 11];

    public FakeModel()
    {
        for (int bar = 0; bar <= 5; bar++)
            Roll.Update(Snapshot(bar * 96));
        for (int i = 0; i < Melody.Length; i++)
        {
            double start = i * 12;
            byte velocity = (byte)(60 + (i * 7 % 60));
            Roll.Add(new(NoteMarkKind.PlayedOn, start) { Pitch = PitchOf(Melody[i]), Velocity = velocity });
            Roll.Add(new(NoteMarkKind.PlayedOff, start + 11) { Pitch = PitchOf(Melody[i]) });
        }
        for (int i = 0; i < Melody.Length; i++)
        {
            double start = (4 * 96) + (i * 12);
            var mark = new NoteMark(NoteMarkKind.Planned, start)
            {
                Pitch = PitchOf(Melody[(i * 5) % Melody.Length]), Velocity = (byte)(64 + (i * 11 % 56)),
                AnswerId = 19, Index = i, End = start + 11, Bits = 1 + (i * 13 % 7),
            };
            Roll.Add(mark);
            if (start <= Now)
                Roll.Add(mark with { Kind = NoteMarkKind.AnswerOn });
            if (start + 11 <= Now)
                Roll.Add(mark with { Kind = NoteMarkKind.AnswerOff, Position = start + 11 });
        }
        Roll.Update(Snapshot(Now));
    }

    public ControlSet Controls { get; init; } = FakeControls.Make();

    public RollModel Roll { get; } = new();

    public FakeTakes Takes { get; } = new();

    public FakeStyles Styles { get; } = new();

    public FakeMidiLearn MidiLearn { get; } = new();

    public EngineSnapshot Engine => Roll.Engine;

    public EditorStatus Status { get; set; } = new(
        "Your phrase ended in bar 4.", IsError: false, IsLoading: false, "CPU", MillisecondsPerNote: 0.2, LateNotes: 0, Dropped: 0);

    public EditorSettings Settings { get; set; } = new() { HasSeenFirstRun = true };

    public string HostName { get; set; } = "REAPER";

    public bool HasAudio => true;

    ITakes IEditorModel.Takes => Takes;

    IStyles IEditorModel.Styles => Styles;

    IMidiLearn IEditorModel.MidiLearn => MidiLearn;

    public string? Message { get; set; }

    public string? TakeMessage()
    {
        string? message = Message;
        Message = null;
        return message;
    }

    public int Refreshes { get; private set; }

    public void Refresh() => Refreshes++;

    /// <summary>The state of the audio thread at a position, in ticks; bars are in 4/4 from 0.</summary>
    public static EngineSnapshot Snapshot(double position) => new()
    {
        Position = position,
        IsPlaying = true,
        Tempo = 120,
        Bars = new(Meter.Common, (long)Math.Floor(position / 96) * 96),
        BarNumber = (long)Math.Floor(position / 96) + 1,
        Mode = PlayMode.Continue,
        IsAnswering = position >= 4 * 96,
        Answer = new(19, 4 * 96, 8 * 96),
        PlayedNotes = 32,
        SentNotes = 12,
        HasOutput = true,
        CurrentTake = 19,
    };

    private static Pitch PitchOf(int degree)
    {
        int octave = (int)Math.Floor(degree / 7.0);
        return new((byte)(62 + (12 * octave) + Steps[degree - (7 * octave)]));
    }
}
