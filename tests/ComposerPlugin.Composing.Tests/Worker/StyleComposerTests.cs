using ComposerPlugin.Music;
using ComposerPlugin.Inference;
using ComposerPlugin.Styles;
using static ComposerPlugin.Composing.Tests.ComposerStage;

namespace ComposerPlugin.Composing.Tests;

public sealed class StyleComposerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ComposerStage _stage = new();

    public StyleComposerTests() => TinyStyle.Write(_folder.Path);

    public void Dispose()
    {
        _stage.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Style_that_loads_plays()
    {
        _stage.Composer.UseStyle(_folder.Path);

        Assert.Equal(StyleState.Loading, _stage.Composer.Status.State);
        _stage.Run();

        Assert.Equal(StyleState.Ready, _stage.Composer.Status.State);
        Assert.Equal("Test", _stage.Composer.Status.Style!.Name);
        Assert.True(_stage.Composer.Status.LoadTime > TimeSpan.Zero);
        _stage.PlayTwoBars();
        Assert.NotEmpty(_stage.Answer(2 * Bar, 4 * Bar));
        Assert.True(_stage.Composer.FirstNoteTime > TimeSpan.Zero);
        Assert.Null(_stage.Composer.Error);
    }

    [Theory]
    [InlineData(ModelType.Lstm, false)]
    [InlineData(ModelType.Lstm, true)]
    [InlineData(ModelType.Gru, false)]
    [InlineData(ModelType.Gru, true)]
    [InlineData(ModelType.Transformer, false)]
    [InlineData(ModelType.Transformer, true)]
    public void Style_of_each_model_type_answers_again_after_a_stop(string type, bool gated)
    {
        TinyStyle.Write(_folder.Path, type, gated);
        _stage.Composer.UseStyle(_folder.Path);
        var first = Session();
        _stage.Restart();

        Assert.Equal(first, Session());
        Assert.Null(_stage.Composer.Error);

        List<TimedNote> Session()
        {
            _stage.PlayTwoBars();
            var answer = _stage.Answer(2 * Bar, 6 * Bar);
            Assert.NotEmpty(answer);
            _stage.Stop((2 * Bar) + 40);
            _stage.Note(4 * Bar, 24, 67);
            var next = _stage.Answer(5 * Bar, 7 * Bar);
            Assert.NotEmpty(next);
            return [.. answer, .. next];
        }
    }

    [Fact]
    public void Requests_wait_for_the_style_that_was_chosen_before_them()
    {
        _stage.PlayTwoBars();
        _stage.Composer.UseStyle(_folder.Path);

        Assert.NotEmpty(_stage.Answer(2 * Bar, 4 * Bar));
    }

    [Fact]
    public void Style_that_fails_is_reported_and_answers_are_empty()
    {
        _stage.Composer.UseStyle(_folder["gone"]);
        _stage.Run();

        Assert.Equal(StyleState.Failed, _stage.Composer.Status.State);
        Assert.Contains("There is no style folder", _stage.Composer.Status.Error, StringComparison.Ordinal);
        Assert.Empty(_stage.Answer(2 * Bar, 4 * Bar));
    }

    [Fact]
    public void Style_can_be_removed()
    {
        _stage.Composer.UseStyle(_folder.Path);
        _stage.Run();
        _stage.Composer.UseStyle(null);
        _stage.Run();

        Assert.Equal(StyleState.None, _stage.Composer.Status.State);
        Assert.Empty(_stage.Answer(2 * Bar, 4 * Bar));
    }

    [Fact]
    public void Answer_in_progress_is_finished_in_the_former_style()
    {
        _stage.Composer.UseStyle(_folder.Path);
        _stage.Run();
        _stage.Ask(0, 16 * Bar);
        for (int i = 0; i < 4; i++)
            _stage.Work();

        _stage.Composer.UseStyle(_folder.Path);
        _stage.Run();

        var replies = _stage.Take();
        Assert.True(replies.Count > 5);
        Assert.True(replies[^1].IsEnd);
        Assert.Equal(1, replies.Count(reply => reply.IsEnd));
        Assert.NotEmpty(_stage.Answer(16 * Bar, 18 * Bar));
    }

    [Fact]
    public void Two_workers_share_one_loaded_style_and_release_it()
    {
        var style = StyleCache.Acquire(_folder.Path);
        using (var other = new ComposerStage())
        {
            other.Composer.UseStyle(_folder.Path);
            _stage.Composer.UseStyle(_folder.Path);
            other.Run();
            _stage.Run();

            Assert.Same(style.File, other.Composer.Status.Style);
            Assert.Same(style.File, _stage.Composer.Status.Style);
            Assert.Equal(other.Answer(0, 4 * Bar), _stage.Answer(0, 4 * Bar));
        }
        _stage.Dispose();

        StyleCache.Release(style);
        Assert.Throws<ArgumentException>(() => StyleCache.Release(style));
    }

    [Fact]
    public void Steady_state_allocates_next_to_nothing()
    {
        _stage.Composer.UseStyle(_folder.Path);
        long before = 0;
        for (int i = 0; i < 40; i++)
        {
            if (i == 20)
                before = GC.GetAllocatedBytesForCurrentThread();
            _stage.PlayTwoBars(i * 6 * Bar);
            _stage.Ask(((i * 6) + 2) * Bar, ((i * 6) + 6) * Bar);
            while (_stage.Work())
            {
            }
            _stage.Drain();
        }

        // None at all in an optimised build.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20 * ComposerStage.MostBytesPerAnswer);
    }
}
