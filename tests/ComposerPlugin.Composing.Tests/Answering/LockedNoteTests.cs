using ComposerPlugin.Engine;
using ComposerPlugin.Inference;
using ComposerPlugin.Music;
using static ComposerPlugin.Composing.Tests.ComposerStage;

namespace ComposerPlugin.Composing.Tests;

public sealed class LockedNoteTests
{
    private const long Begin = 2 * Bar, End = 6 * Bar, Shift = 8 * Bar;

    public static TheoryData<uint, int> Cases
    {
        get
        {
            var cases = new TheoryData<uint, int>();
            foreach (int polyphony in (int[])[1, 2, 4])
            {
                for (uint seed = 1; seed <= 15; seed++)
                    cases.Add(seed, polyphony);
            }
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Locked_notes_stay_in_every_version_of_a_take(uint seed, int polyphony)
    {
        TakeOrigin[] origins = [TakeOrigin.NewTake, TakeOrigin.Pitches, TakeOrigin.Rhythm, TakeOrigin.Velocities, TakeOrigin.Variation];
        int different = 0;
        foreach (var origin in origins)
        {
            using var stage = Stage(seed, polyphony);
            stage.PlayTwoBars();
            stage.Answer(Begin, End);
            var take = stage.Composer.Takes.Recent[0];
            int[] locked = LockSome(stage, take, seed);
            stage.Controls = stage.Controls with { Seed = seed + 1, Variation = 0.9f };

            var again = stage.Again(origin, 1, Begin + Shift, End + Shift);

            var made = stage.Composer.Takes.Recent[0];
            Assert.Equal(origin == TakeOrigin.NewTake ? TakeOrigin.Locks : origin, made.Origin);
            Assert.Equal(locked.Select(note => take.Notes[note]), Locked(made));
            Assert.All(locked, note => Assert.Contains(again, one => IsAt(one, take.Notes[note], Begin + Shift)));
            Assert.Equal(again.OrderBy(note => note.Onset).Select(note => note.Onset), again.Select(note => note.Onset));
            if (polyphony == 1)
                AssertMelody(again);
            different += Unlocked(made).SequenceEqual(Unlocked(take, locked)) ? 0 : 1;
        }
        Assert.Equal(origins.Length, different);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Free_notes_keep_to_range_scale_and_grid(uint seed, int polyphony)
    {
        using var stage = Stage(seed, polyphony);
        stage.PlayTwoBars();
        stage.Answer(Begin, End);
        LockSome(stage, stage.Composer.Takes.Recent[0], seed);
        stage.Controls = stage.Controls with
        {
            Seed = seed + 1, Scale = Scale.Named[1].Scale, Tonic = 2, Lowest = new(60), Highest = new(84), Grid = Grid.Eighth,
        };
        var again = stage.Again(TakeOrigin.NewTake, 1, Begin + Shift, End + Shift);
        var made = stage.Composer.Takes.Recent[0];
        Assert.All(Unlocked(made), note =>
        {
            Assert.InRange(note.Pitch.Number, 60, 84);
            Assert.True(Scale.Named[1].Scale.Contains(note.Pitch.Number, 2));
            // Or in the chord of a locked note.
            Assert.True(Grid.Eighth.Contains(note.Onset % Bar) || Locked(made).Any(locked => locked.Onset == note.Onset));
        });
        Assert.All(again.GroupBy(note => note.Onset), chord => Assert.True(chord.Count() <= polyphony));
    }

    [Fact]
    public void The_model_reads_locked_notes_in_their_place()
    {
        var model = new FakeModel();
        using var stage = new ComposerStage(model);
        stage.PlayTwoBars();
        stage.Answer(Begin, End);
        var take = stage.Composer.Takes.Recent[0];
        stage.Lock(1, 2, 4);
        stage.Controls = stage.Controls with { Seed = 9 };
        var again = stage.Again(TakeOrigin.NewTake, 1, Begin, End);

        var read = model.Inputs.TakeLast(again.Count).Select(input => input.Pitch);
        Assert.Equal(again.Select(note => (int)note.Pitch.Number), read);
        Assert.All(take.Notes.Skip(2).Take(2), locked => Assert.Contains(again, note => IsAt(note, locked, Begin)));
    }

    [Fact]
    public void Without_locked_notes_a_new_take_is_as_before()
    {
        Assert.Equal(Compose(_ => { }), Compose(stage => stage.Lock(1, 0, 3, isLocked: false)));
        Assert.Equal(Compose(_ => { }), Compose(stage =>
        {
            stage.Lock(1, 0, 3);
            stage.Lock(1, 0, 3, isLocked: false);
        }));
        Assert.NotEqual(Compose(_ => { }), Compose(stage => stage.Lock(1, 3, 6)));

        static List<TimedNote> Compose(Action<ComposerStage> change)
        {
            using var stage = Stage(1, 1);
            stage.PlayTwoBars();
            stage.Answer(Begin, End);
            change(stage);
            stage.Controls = stage.Controls with { Seed = 2 };
            return stage.Again(TakeOrigin.NewTake, 1, Begin, End);
        }
    }

    [Fact]
    public void All_notes_locked_give_the_same_take()
    {
        foreach (var origin in (TakeOrigin[])[TakeOrigin.NewTake, TakeOrigin.Pitches, TakeOrigin.Rhythm, TakeOrigin.Variation])
        {
            using var stage = Stage(3, 3);
            stage.PlayTwoBars();
            var first = stage.Answer(Begin, End);
            stage.Lock(1, 0, first.Count);
            stage.Controls = stage.Controls with { Seed = 4, Variation = 1 };
            var again = stage.Again(origin, 1, Begin, End);
            Assert.Equal(first, again.Where(note => first.Contains(note)));
        }
    }

    [Fact]
    public void A_chord_is_composed_around_its_locked_highest_note()
    {
        var model = new FakeModel { Bend = FakeModel.Prefer("gap", 0, by: 8) };
        using var stage = new ComposerStage(model, StyleFiles.Recurrent with { Polyphony = 4 });
        stage.PlayTwoBars();
        stage.Answer(Begin, End);
        var take = stage.Composer.Takes.Recent[0];
        for (int i = 0; i < take.Notes.Count; i++)
        {
            if (i + 1 == take.Notes.Count || take.Notes[i + 1].Onset != take.Notes[i].Onset)
                stage.Lock(1, i, i + 1);
        }
        stage.Controls = stage.Controls with { Seed = 7 };
        stage.Again(TakeOrigin.NewTake, 1, Begin, End);
        var made = stage.Composer.Takes.Recent[0];
        var below = made.Notes.Index().Where(note => !made.Locks.IsLocked(note.Index)
            && Locked(made).Any(locked => locked.Onset == note.Item.Onset && locked.Pitch > note.Item.Pitch));
        Assert.NotEmpty(below);
        Assert.All(made.Notes.GroupBy(note => note.Onset), chord => Assert.InRange(chord.Count(), 1, 4));
    }

    [Fact]
    public void Locked_notes_of_another_octave_and_style_stay_and_can_be_read()
    {
        using var stage = new ComposerStage(new FakeModel())
        {
            Controls = new(Grid.Sixteenth, 1, 1, 1) { Lowest = new(0), Highest = new(14) },
        };
        stage.PlayTwoBars();
        stage.Answer(Begin, End);
        var low = stage.Composer.Takes.Recent[0].Notes[0];
        stage.Lock(1, 0, 1);
        stage.Controls = stage.Controls with { Lowest = new(112), Highest = new(127), Seed = 2 };
        var again = stage.Again(TakeOrigin.NewTake, 1, Begin, End);
        Assert.Equal(low.Pitch, again[0].Pitch);
        Assert.All(again.Skip(1), note => Assert.InRange(note.Pitch.Number, 112, 127));
        stage.Stop(4 * Bar);
        stage.Note(6 * Bar, 24, 60);
        Assert.NotEmpty(stage.Answer(8 * Bar, 9 * Bar));
        Assert.Null(stage.Composer.Error);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_chord_with_a_locked_note_keeps_its_rhythm(int polyphony)
    {
        for (uint seed = 1; seed <= 10; seed++)
        {
            using var stage = Stage(seed, polyphony);
            stage.PlayTwoBars();
            stage.Answer(Begin, End);
            var take = stage.Composer.Takes.Recent[0];
            int middle = take.Notes.Count / 2;
            stage.Lock(1, middle, middle + 1);
            stage.Controls = stage.Controls with { Seed = seed + 50 };
            stage.Again(TakeOrigin.Rhythm, 1, Begin, End);
            var made = stage.Composer.Takes.Recent[0];
            int onset = take.Notes[middle].Onset;
            Assert.Equal(take.Notes.Where(note => note.Onset == onset), made.Notes.Where(note => note.Onset == onset));
            Assert.Equal(1, made.Locks.Count);
            // What comes before it begins with the same notes.
            var before = take.Notes.Where(note => note.Onset < onset).Select(note => note.Pitch).ToList();
            var now = made.Notes.Where(note => note.Onset < onset).Select(note => note.Pitch).ToList();
            Assert.Equal(before.Take(now.Count), now.Take(before.Count));
        }
    }

    [Fact]
    public void A_variation_begins_with_a_locked_note_before_the_phrases_first()
    {
        using var folder = new TemporaryFolder();
        using var style = TinyLatentStyles.Vae(folder.Path, bars: 1);
        using var stage = new ComposerStage(style.CreateModel(), style.File) { Controls = new(Grid.Sixteenth, 1, 1, 1) };
        stage.Note(48, 24, 60);
        stage.Note(72, 24, 64);
        var first = stage.Answer(Begin, End);
        Assert.Equal(Begin, first[0].Onset);
        stage.Lock(1, 0, 1);
        var varied = stage.Answer(Begin, End, new()
        {
            Kind = RequestKind.Answer, ReplacesLast = true, Source = AnswerSource.Phrase, Origin = TakeOrigin.NewTake, BaseTake = 1,
            LockedTake = 1,
        });
        Assert.Null(stage.Composer.Error);
        Assert.Equal(first[0], varied[0]);
        Assert.True(varied.Count > 1);
    }

    [Theory]
    [InlineData("irish-passages")]
    [InlineData("irish-bars")]
    [InlineData("irish-scots-session")]
    [InlineData("romantic-song-transformer")]
    [InlineData("bach-four-parts")]
    public void Locked_notes_stay_with_every_type_of_model(string preset)
    {
        using var style = LoadedStyle.Load(Repository.File($"presets/{preset}"));
        for (uint seed = 1; seed <= 3; seed++)
        {
            using var stage = new ComposerStage(style.CreateModel(), style.File) { Controls = new(Grid.Sixteenth, 1, 0.95f, seed) };
            stage.PlayTwoBars();
            stage.Answer(Begin, End);
            var take = stage.Composer.Takes.Recent[0];
            int[] locked = LockSome(stage, take, seed);
            stage.Controls = stage.Controls with { Seed = seed + 1 };
            stage.Again(TakeOrigin.NewTake, 1, Begin + Shift, End + Shift);
            var made = stage.Composer.Takes.Recent[0];
            Assert.Equal(locked.Select(note => take.Notes[note]), Locked(made));
            Assert.NotEqual(Unlocked(take, locked), Unlocked(made));
            Assert.True(made.Notes.Count > locked.Length);
        }
    }

    private static ComposerStage Stage(uint seed, int polyphony) =>
        new(new FakeModel { Bend = polyphony > 1 ? FakeModel.Prefer("gap", 0, by: 5) : null },
            StyleFiles.Recurrent with { Polyphony = polyphony })
        {
            Controls = new(Grid.Sixteenth, 1, 1, seed),
        };

    // Every note with a chance of a third, and at least one.
    private static int[] LockSome(ComposerStage stage, TakeSnapshot take, uint seed)
    {
        var random = new Random((int)seed);
        int[] locked = [.. Enumerable.Range(0, take.Notes.Count).Where(note => random.Next(3) == 0 || note == take.Notes.Count / 2)];
        foreach (int note in locked)
            stage.Lock(take.Id, note, note + 1);
        return locked;
    }

    private static IEnumerable<Note> Locked(TakeSnapshot take) => take.Notes.Where((_, note) => take.Locks.IsLocked(note));

    private static IEnumerable<Note> Unlocked(TakeSnapshot take) => take.Notes.Where((_, note) => !take.Locks.IsLocked(note));

    private static IEnumerable<Note> Unlocked(TakeSnapshot take, int[] locked) => take.Notes.Where((_, note) => !locked.Contains(note));

    private static bool IsAt(in TimedNote note, in Note taken, long start) =>
        (note.Onset, note.Duration, note.Pitch, note.Velocity) == (start + taken.Onset, taken.Duration, taken.Pitch, taken.Velocity);

    private static void AssertMelody(List<TimedNote> notes) =>
        Assert.All(notes.Zip(notes.Skip(1)),
            pair => Assert.True(pair.First.End <= pair.Second.Onset, $"{pair.First} runs into {pair.Second}"));
}
