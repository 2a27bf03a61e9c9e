using ComposerPlugin.Music;

namespace ComposerPlugin.Engine.Tests;

// At 120 bpm and 48 kHz a bar of 4/4 is 96,000 frames and 96 ticks. Generate begins on the second bar.
public class GeneratedPieceTests
{
    private const int Bar = 96_000, BarTicks = 96;

    [Theory]
    [InlineData(4, new[] { 4, 4, 4, 4 })]
    [InlineData(3, new[] { 3, 3, 2, 3 })]
    [InlineData(16, new[] { 8, 8, 8, 8 })]
    public void Answers_end_with_their_section_and_close_there(int answerBars, int[] bars)
    {
        var answers = Answers(answerBars, performed: 34);

        Assert.Equal(bars, answers.Take(4).Select(answer => (int)(answer.Answer.End - answer.Answer.Start) / BarTicks));
        Assert.All(answers, answer => Assert.Equal((BarTicks, 1, 1u), (answer.Piece.Start, answer.Piece.Number, answer.Piece.Seed)));
        Assert.All(answers, answer => Assert.Equal((answer.Answer.End - BarTicks) % (8 * BarTicks) == 0, answer.Controls.Closes));
    }

    [Fact]
    public void Another_piece_begins_after_64_bars()
    {
        var answers = Answers(answerBars: 8, performed: 80);

        Assert.Equal([1, 1, 1, 1, 1, 1, 1, 1, 2], answers.Take(9).Select(answer => answer.Piece.Number));
        Assert.Equal(65 * BarTicks, answers[8].Piece.Start);
    }

    [Fact]
    public void Other_forms_have_no_sections()
    {
        foreach (var form in (AnswerForm[])[AnswerForm.Free, AnswerForm.SameRhythm, AnswerForm.PhraseAgain])
        {
            var answers = Answers(answerBars: 12, performed: 30, form);
            Assert.All(answers, answer => Assert.Equal((default, 12 * BarTicks, false),
                (answer.Piece, answer.Answer.End - answer.Answer.Start, answer.Controls.Closes)));
        }
    }

    [Fact]
    public void Note_of_the_player_begins_another_piece_with_the_next_answer()
    {
        var answers = Answers(answerBars: 4, performed: 20, keys: EngineStage.Key(7 * Bar, 5_000, 60));

        Assert.Equal([(1, 1L), (1, 1L), (2, 9L), (2, 9L)],
            answers.Take(4).Select(answer => (answer.Piece.Number, answer.Piece.Start / BarTicks)));
    }

    [Fact]
    public void New_take_keeps_its_piece_but_the_first_one()
    {
        var first = Answers(answerBars: 4, performed: 20, newTake: 2 * Bar);
        var later = Answers(answerBars: 4, performed: 20, newTake: 6 * Bar);

        Assert.Equal((true, 2, 2u), (first[1].ReplacesLast, first[1].Piece.Number, first[1].Piece.Seed));
        Assert.Equal((true, 1, 1u), (later[2].ReplacesLast, later[2].Piece.Number, later[2].Piece.Seed));
    }

    [Fact]
    public void Host_that_jumps_begins_another_piece()
    {
        var answers = Answers(
            answerBars: 4, performed: 20,
            host: frame => new() { IsPlaying = true, Tempo = 120, Quarter = (frame < 10 * Bar ? 0 : 400) + (frame / 24_000.0) });

        var jumped = answers.SkipWhile(answer => answer.Piece.Start == BarTicks).First();
        Assert.Equal((1, jumped.Answer.Start), (jumped.Piece.Number, jumped.Piece.Start));
    }

    [Fact]
    public void Sections_are_the_same_at_every_block_size()
    {
        var reference = Answers(answerBars: 3, performed: 40, keys: EngineStage.Key((13 * Bar) + 7, 5_000, 60));
        foreach (int block in (int[])[64, 480, 4096])
        {
            var answers = Answers(answerBars: 3, performed: 40, block: block, keys: EngineStage.Key((13 * Bar) + 7, 5_000, 60));
            Assert.Equal(reference.Select(Place), answers.Select(Place));
        }

        static (AnswerBounds, PiecePosition, bool) Place(ComposeRequest request) =>
            (request.Answer, request.Piece, request.Controls.Closes);
    }

    private static List<ComposeRequest> Answers(
        int answerBars, int performed, AnswerForm form = AnswerForm.AsStyle, int block = 512,
        IEnumerable<PlayedKey>? keys = null, long? newTake = null, Func<long, HostTime>? host = null)
    {
        using var stage = new EngineStage(keys ?? [])
        {
            Controls = new(false, answerBars, 24, StartQuantize.Beat, new(Grid.Sixteenth, 1, 1, 1) { Form = form })
            {
                Mode = PlayMode.Generate,
            },
            Triggers = new(newTake is { } frame ? [(frame, TakeTrigger.NewTake)] : []),
            Host = host ?? (frame => new() { IsPlaying = true, Tempo = 120, Quarter = frame / 24_000.0, Meter = Meter.Common }),
        };
        stage.Run(performed * Bar, () => block);
        Balance.Check(stage);
        return [.. stage.Answers];
    }
}
