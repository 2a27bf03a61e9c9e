using ComposerPlugin.Engine;
using ComposerPlugin.Inference;
using ComposerPlugin.Music;
using ComposerPlugin.Styles;
using static ComposerPlugin.Composing.Tests.ComposerStage;

namespace ComposerPlugin.Composing.Tests;

public sealed class WindowTests : IDisposable
{
    private const double Tolerance = 1e-3;

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, bool> Types => new()
    {
        { ModelType.Lstm, false },
        { ModelType.Lstm, true },
        { ModelType.Gru, true },
        { ModelType.Transformer, false },
        { ModelType.Transformer, true },
    };

    /// <summary>One preset of each type, and one with four parts.</summary>
    public static TheoryData<string> Presets =>
        ["hymn-light", "japanese-1895", "bach-four-parts", "romantic-song-transformer", "irish-passages", "irish-bars"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Whole_answer_is_planned_although_the_audio_thread_takes_nothing()
    {
        using var stage = new ComposerStage(new FakeModel(), capacity: 4);
        stage.PlayTwoBars();
        stage.Ask(2 * Bar, 6 * Bar);
        stage.Run();
        var planned = stage.Marks(NoteMarkKind.Planned);
        var sent = stage.Take();
        for (bool more = true; more;)
        {
            stage.Run();
            var next = stage.Take();
            more = next.Count > 0;
            sent.AddRange(next);
        }

        Assert.True(planned.Count > 4);
        Assert.Equal(sent.Where(reply => !reply.IsEnd).Select((reply, i) => (reply.AnswerId, i, reply.Note.Onset, reply.Note.End,
            reply.Note.Pitch, reply.Note.Velocity)),
            planned.Select(mark => (mark.AnswerId, mark.Index, (long)mark.Position, (long)mark.End, mark.Pitch, mark.Velocity)));
        Assert.Empty(stage.Marks(NoteMarkKind.Planned));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Bits_of_an_answers_notes_are_those_of_the_models_own_probabilities(string type, bool gated)
    {
        using var style = Load(type, gated);
        using var stage = new ComposerStage(style.CreateModel(), style.File)
        {
            // The bits are those at temperature 1, without masks, whatever the draws were made with.
            Controls = new(Grid.Sixteenth, 0.7f, 0.9f, 3) { Memory = 1.5f, Density = 0.4f, Scale = Scale.Named[1].Scale },
        };
        stage.PlayTwoBars();
        var answer = stage.Answer(2 * Bar, 18 * Bar);

        using var reader = new ReadingModel(style);
        foreach (var note in TwoBars())
            reader.Read(note);
        reader.Memory = 1.5f;
        var bits = answer.Select((note, i) => reader.Read(note, hasGivenIoi: i == 0)).ToList();
        var marks = stage.Marks(NoteMarkKind.Planned);
        Assert.InRange(marks.Count, 8, 1000);
        Assert.All(marks.Zip(bits), pair => Assert.Equal(pair.Second, pair.First.Bits, Tolerance));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Bits_of_the_players_notes_are_those_of_the_models_own_probabilities(string type, bool gated)
    {
        using var style = Load(type, gated);
        using var stage = new ComposerStage(style.CreateModel(), style.File);
        stage.Window.IsOpen = true;
        stage.PlayTwoBars();
        stage.Answer(2 * Bar, 3 * Bar);

        using var reader = new ReadingModel(style);
        var played = TwoBars().ToList();
        var marks = stage.Marks(NoteMarkKind.Heard);
        Assert.Equal(played.Select(note => (note.Onset, note.End, note.Pitch)),
            marks.Select(mark => ((long)mark.Position, (long)mark.End, mark.Pitch)));
        Assert.All(marks.Zip(played), pair => Assert.Equal(reader.Read(pair.Second), pair.First.Bits, Tolerance));
    }

    [Fact]
    public void Bits_of_a_varied_phrase_are_those_of_its_whole_notes()
    {
        using var style = Load(ModelType.Gru, gated: true);
        using var stage = new ComposerStage(style.CreateModel(), style.File);
        stage.Window.IsOpen = true;
        stage.PlayTwoBars();
        var answer = stage.Answer(2 * Bar, 4 * Bar, new() { Kind = RequestKind.Answer, Source = AnswerSource.Phrase });

        using var reader = new ReadingModel(style);
        foreach (var note in TwoBars())
            reader.Read(note);
        var bits = answer.Select(note => reader.Read(note)).ToList();
        Assert.Equal(8, bits.Count);
        Assert.All(stage.Marks(NoteMarkKind.Planned).Zip(bits), pair => Assert.Equal(pair.Second, pair.First.Bits, Tolerance));
    }

    [Fact]
    public void Repeated_take_keeps_its_bits()
    {
        using var style = Load(ModelType.Gru, gated: true);
        using var stage = new ComposerStage(style.CreateModel(), style.File);
        stage.PlayTwoBars();
        stage.Answer(2 * Bar, 4 * Bar);
        var first = stage.Marks(NoteMarkKind.Planned);
        stage.Answer(4 * Bar, 6 * Bar, new() { Kind = RequestKind.Answer, Source = AnswerSource.Take, Take = 1 });

        var again = stage.Marks(NoteMarkKind.Planned);
        Assert.Equal(first.Select(mark => (2, mark.Index, mark.Position + (2 * Bar), mark.Pitch, mark.Bits)),
            again.Select(mark => (mark.AnswerId, mark.Index, mark.Position, mark.Pitch, mark.Bits)));
        Assert.All(again, mark => Assert.True(mark.Bits > 0));
    }

    [Theory]
    [InlineData(ModelType.Vae, true)]
    [InlineData(ModelType.Gan, false)]
    public void Models_of_bars_do_not_predict_the_player_and_those_without_probabilities_have_no_bits(string type, bool hasBits)
    {
        using var style = Load(type, gated: false);
        using var stage = new ComposerStage(style.CreateModel(), style.File);
        stage.Window.IsOpen = true;
        stage.PlayTwoBars();
        stage.Ask(2 * Bar, 6 * Bar);
        stage.Run();
        var heard = new List<float>();
        var planned = new List<float>();
        while (stage.Window.TryPop(out var mark))
            (mark.Kind == NoteMarkKind.Heard ? heard : planned).Add(mark.Bits);
        Assert.Equal(8, heard.Count);
        Assert.All(heard, bits => Assert.Equal(float.NaN, bits));
        Assert.NotEmpty(planned);
        Assert.All(planned, bits => Assert.Equal(hasBits, bits > 0));
    }

    [Fact]
    public void Player_is_measured_only_while_a_window_is_open()
    {
        using var stage = new ComposerStage(new FakeModel());
        stage.PlayTwoBars();
        stage.Run();
        Assert.Empty(stage.Marks(NoteMarkKind.Heard));
        stage.Window.IsOpen = true;
        stage.Note(2 * Bar, 24, 60);
        stage.Note((2 * Bar) + 24, 24, 62);
        stage.Run();
        // The last note is held back.
        Assert.Equal([168, 192], stage.Marks(NoteMarkKind.Heard).Select(mark => (int)mark.Position));
        stage.Window.IsOpen = false;
        stage.Note((2 * Bar) + 48, 24, 64);
        stage.Run();
        Assert.Empty(stage.Marks(NoteMarkKind.Heard));
    }

    [Fact]
    public void What_is_read_again_is_not_measured_again()
    {
        using var stage = new ComposerStage(new FakeModel()) { Controls = Greedy };
        stage.Window.IsOpen = true;
        stage.PlayTwoBars();
        var answer = stage.Answer(2 * Bar, 6 * Bar);
        Assert.Equal(8, stage.Marks(NoteMarkKind.Heard).Count);
        // The player plays into the answer, which is then cut off: the model reads both again.
        stage.Note((3 * Bar) + 1, 5, 30);
        stage.Stop(4 * Bar);
        stage.Note((4 * Bar) + 12, 12, 31);
        stage.Ask(5 * Bar, 6 * Bar);
        stage.Run();
        Assert.Contains(answer, note => note.Onset < 4 * Bar);
        Assert.Equal([31], stage.Marks(NoteMarkKind.Heard).Select(mark => (int)mark.Pitch.Number));
    }

    [Theory]
    [MemberData(nameof(Presets))]
    public void Answers_are_the_same_with_a_window_open_closed_and_without(string preset)
    {
        using var style = LoadedStyle.Load(Repository.File($"presets/{preset}"));
        var without = Session(hasWindow: false, isOpen: false);
        Assert.InRange(without.Count(reply => !reply.IsEnd), 30, 1000);
        Assert.Equal(without, Session(hasWindow: true, isOpen: false));
        Assert.Equal(without, Session(hasWindow: true, isOpen: true));

        List<ComposeReply> Session(bool hasWindow, bool isOpen)
        {
            using var stage = new ComposerStage(style.CreateModel(), style.File, hasWindow: hasWindow);
            stage.Window.IsOpen = isOpen;
            stage.PlayTwoBars();
            stage.Ask(2 * Bar, 6 * Bar);
            stage.Run();
            stage.Stop((3 * Bar) + 40);
            stage.Note(4 * Bar, 24, 67);
            stage.Note((4 * Bar) + 24, 48, 65);
            stage.Ask(5 * Bar, 9 * Bar);
            stage.Note(6 * Bar, 12, 70);
            stage.Note(9 * Bar, 24, 72);
            stage.Ask(10 * Bar, 12 * Bar, new() { Kind = RequestKind.Answer, Source = AnswerSource.Phrase });
            stage.Ask(11 * Bar, 13 * Bar, new() { Kind = RequestKind.Answer, ReplacesLast = true });
            stage.Ask(13 * Bar, 15 * Bar, new() { Kind = RequestKind.Answer, Source = AnswerSource.Take, Take = 1 });
            stage.PlayTwoBars(15 * Bar);
            stage.Ask(17 * Bar, 19 * Bar);
            stage.Run();
            return stage.Take();
        }
    }

    private LoadedStyle Load(string type, bool gated)
    {
        if (type == ModelType.Vae)
            return TinyLatentStyles.Vae(_folder.Path, bars: 2);
        if (type == ModelType.Gan)
        {
            var bar = new BarRoll();
            bar.Clear(16);
            bar.Add(0, 24, 60);
            bar.Add(24, 48, 64);
            return TinyLatentStyles.Gan(_folder.Path, bar);
        }
        TinyStyle.Write(_folder.Path, type, gated);
        return LoadedStyle.Load(_folder.Path);
    }

    // What ComposerStage.PlayTwoBars plays.
    private static IEnumerable<TimedNote> TwoBars()
    {
        byte[] pitches = [60, 62, 64, 65, 67, 69, 71, 72];
        return pitches.Select((pitch, i) => new TimedNote(24 * i, 24, new(pitch), 90, new(Meter.Common, 0)));
    }
}
