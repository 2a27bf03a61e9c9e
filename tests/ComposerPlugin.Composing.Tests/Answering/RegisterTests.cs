using ComposerPlugin.Engine;
using ComposerPlugin.Music;
using static ComposerPlugin.Composing.Tests.ComposerStage;

namespace ComposerPlugin.Composing.Tests;

public sealed class RegisterTests(PresetStyle preset) : IClassFixture<PresetStyle>
{
    [Theory]
    [InlineData(-36)]
    [InlineData(-24)]
    [InlineData(-12)]
    [InlineData(0)]
    [InlineData(12)]
    public void Answer_lies_where_the_phrase_lies(int octave)
    {
        int near = 0;
        for (uint seed = 1; seed <= 10; seed++)
        {
            var phrase = Moved(PresetStyle.Heard("reel"), octave);
            var answer = preset.Continue(phrase, bars: 4, Plain with { Seed = seed });
            double distance = answer.Average(note => note.Pitch.Number) - phrase.Average(note => note.Pitch.Number);
            near += Math.Abs(distance) <= 6 ? 1 : 0;
        }
        Assert.InRange(near, 9, 10);
    }

    [Fact]
    public void Low_phrase_gets_the_answer_of_the_octave_in_the_middle_of_the_range()
    {
        // G3 to A6; the reel begins on D4, so that D5 is nearest to the middle.
        const int down = 36, up = 48;
        var phrase = PresetStyle.Heard("reel");

        var low = preset.Continue(Moved(phrase, -down), bars: 4, Plain);
        var inside = preset.Continue(Moved(phrase, up - down), bars: 4, Plain);

        Assert.Equal(Moved(inside, -up), low);
    }

    [Fact]
    public void Free_answers_lie_where_those_of_former_versions_did()
    {
        var low = preset.Continue(Moved(PresetStyle.Heard("reel"), -36), bars: 4, PresetStyle.Plain);

        Assert.All(low, note => Assert.InRange(note.Pitch.Number, 43, 105));
    }

    [Fact]
    public void Octave_of_the_control_counts_from_the_phrase()
    {
        var phrase = Moved(PresetStyle.Heard("reel"), -24);
        var answer = preset.Continue(phrase, bars: 4, Plain);
        var raised = preset.Continue(phrase, bars: 4, Plain with { Octave = 1 });

        Assert.Equal(answer.Select(note => note.Pitch.Number + 12), raised.Select(note => (int)note.Pitch.Number));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(50)]
    public void Variation_lies_where_the_phrase_lies(int percent)
    {
        using var stage = new ComposerStage(new FakeModel(), StyleFiles.Recurrent with { PitchRange = new() { Lowest = 60, Highest = 84 } })
        {
            Controls = Plain with { Variation = percent / 100f },
        };
        int[] phrase = [36, 38, 40, 41, 43, 41, 40, 38];
        for (int i = 0; i < 8; i++)
            stage.Note(24 * i, 24, phrase[i], keepsRegister: true);

        var varied = stage.Answer(2 * Bar, 4 * Bar, new() { Kind = RequestKind.Answer, Source = AnswerSource.Phrase });

        Assert.Equal(8, varied.Count);
        int same = varied.Zip(phrase).Count(pair => pair.First.Pitch.Number == pair.Second);
        Assert.InRange(same, percent == 0 ? 8 : 2, 8);
    }

    [Fact]
    public void Next_phrase_is_moved_for_itself()
    {
        var style = StyleFiles.Recurrent with { PitchRange = new() { Lowest = 60, Highest = 84 } };
        using var stage = new ComposerStage(new FakeModel(), style) { Controls = Plain with { Form = AnswerForm.PhraseAgain } };
        Play(36, 0);
        var low = stage.Answer(2 * Bar, 4 * Bar);
        stage.EndPhrase();
        Play(72, 4 * Bar);
        var high = stage.Answer(6 * Bar, 8 * Bar);

        Assert.InRange(low.Average(note => note.Pitch.Number), 30, 50);
        Assert.InRange(high.Average(note => note.Pitch.Number), 66, 86);

        void Play(int lowest, long onset)
        {
            for (int i = 0; i < 8; i++)
                stage.Note(onset + (24 * i), 24, lowest + (i % 4 * 2), keepsRegister: true);
        }
    }

    private static AnswerControls Plain => PresetStyle.Plain with { Form = AnswerForm.AsStyle };

    private static Phrase Moved(Phrase phrase, int semitones) =>
        new(phrase.Meter, phrase.Select(note => note with { Pitch = note.Pitch.Transpose(semitones) }));
}
