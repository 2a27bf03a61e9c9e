using ComposerPlugin.Engine;
using ComposerPlugin.Music;
using ComposerPlugin.Styles;
using static ComposerPlugin.Composing.Tests.ComposerStage;

namespace ComposerPlugin.Composing.Tests;

public sealed class TuneFormTests
{
    // Four bars of a tune in D that rest on A.
    private static readonly int[] _phrase = [62, 66, 69, 66, 74, 71, 69, 67, 62, 66, 69, 66, 71, 71, 69, 69];

    [Fact]
    public void Answer_takes_the_form_of_a_tune_that_began_as_the_phrase()
    {
        // The chain of bars knows new ones only.
        using var stage = Hear("new new 2= new |7+0 4= 4= 2= new |0,+0 new new 2= 4~ |7+0 8= 8= 8= 8= |0,+0");

        var answer = stage.Answer(4 * Bar, 16 * Bar);

        Assert.Equal(_phrase[..12], PitchesOf(answer, 4, 7));
        Assert.NotEqual(_phrase[12..], PitchesOf(answer, 7, 8));
        Assert.NotEqual(_phrase[..4], PitchesOf(answer, 8, 9));
        Assert.Equal(PitchesOf(answer, 8, 9), PitchesOf(answer, 10, 11).TakeLast(PitchesOf(answer, 8, 9).Count()));
        // The last line is the second one again, but for its close. A note may last into its first bar.
        Assert.Equal(PitchesOf(answer, 5, 7), PitchesOf(answer, 13, 15));
    }

    [Fact]
    public void Line_breathes_on_the_degree_that_it_has_in_the_tune()
    {
        using var stage = Hear("new new 2= new |7+0 new new new new |2,+0 new new new new |7+0");

        var answer = stage.Answer(4 * Bar, 12 * Bar);

        // On E, the second degree of D, with a rest of half a bar.
        Assert.Contains(answer, note => note.Onset is >= 7 * Bar and < 8 * Bar && note.Pitch.Class == 4
            && answer.TrueForAll(other => other.Onset <= note.Onset || other.Onset >= note.Onset + (Bar / 2)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(12)]
    [InlineData(-7)]
    public void New_line_lies_where_it_does_in_the_tune(int lift)
    {
        using var stage = Hear($"new new 2= new |7+0 new new new new |0{lift:+0;-0;+0}");
        double sum = 0;
        int notes = 0;
        for (uint seed = 1; seed <= 8; seed++)
        {
            stage.Controls = Plain with { Seed = seed };
            foreach (var note in stage.Answer(4 * Bar, 8 * Bar, new() { Kind = RequestKind.Answer, ReplacesLast = seed > 1 }))
                (sum, notes) = (sum + note.Pitch.Number, notes + 1);
        }

        // The model itself knows no register.
        Assert.Equal(_phrase.Average() + lift, sum / notes, tolerance: 4.5);
    }

    [Fact]
    public void Rest_is_approached_as_in_the_music()
    {
        // The last note but one is a beat before the close, on the seventh degree, C sharp.
        var form = new FormStatistics();
        form.Bars.Learn(5, BarReference.New, before: null, BarReference.New, 1_000_000);
        form.Endings.Learn(8, 0, 1000);
        using var plain = Hear(form);
        form.Approaches.Learn(0, 2, 11, 1_000_000);
        form.Approaches.Learn(7, 2, 2, 10_000_000);
        using var leaning = Hear(form);

        Assert.InRange(Leading(leaning), Leading(plain) + 6, 24);

        static int Leading(ComposerStage stage)
        {
            int leading = 0;
            for (uint seed = 1; seed <= 24; seed++)
            {
                stage.Controls = Plain with { Seed = seed };
                var answer = stage.Answer(4 * Bar, 8 * Bar, new() { Kind = RequestKind.Answer, ReplacesLast = seed > 1 });
                long close = (7 * Bar) + (Bar / 2);
                leading += answer.Exists(note => note.Pitch.Class == 1 && note.Onset < close && note.Onset >= close - (Bar / 4)) ? 1 : 0;
            }
            return leading;
        }
    }

    private static AnswerControls Plain => new(Grid.Sixteenth, 1, 0.95f, 1)
    {
        Form = AnswerForm.AsStyle,
        Scale = Scale.Named.First(scale => scale.Name == "Major").Scale,
        Tonic = 2,
    };

    private static IEnumerable<int> PitchesOf(List<TimedNote> answer, int from, int to) =>
        answer.Where(note => note.Onset >= from * Bar && note.Onset < to * Bar).Select(note => (int)note.Pitch.Number);

    private static ComposerStage Hear(string tune)
    {
        var form = new FormStatistics();
        Assert.True(TuneForm.TryParse(tune, out var known), tune);
        form.Tunes.Learn(known);
        return Hear(form);
    }

    private static ComposerStage Hear(FormStatistics form)
    {
        var stage = new ComposerStage(new FakeModel(), StyleFiles.Recurrent with { Plan = StylePlan.Of(form) }) { Controls = Plain };
        for (int i = 0; i < _phrase.Length; i++)
            stage.Note(i * Bar / 4, Bar / 4, _phrase[i]);
        return stage;
    }
}
