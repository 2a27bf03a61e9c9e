using ComposerPlugin.Inference;
using ComposerPlugin.Styles;
using static ComposerPlugin.Composing.Tests.ComposerStage;

namespace ComposerPlugin.Composing.Tests;

public sealed class StyleSwapTests : IDisposable
{
    private const byte Slow = 1, Other = 2, Nowhere = 9;

    private readonly TemporaryFolder _folder = new();
    private readonly ManualLoading _loading = new();
    private readonly ComposerStage _stage;

    public StyleSwapTests()
    {
        _stage = Make();
        Write("slow", 1);
        Write("other", -1);
        _stage.Composer.UseStyle(_folder["slow"]);
        _stage.Run();
    }

    public void Dispose()
    {
        _stage.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Former_style_answers_until_the_chosen_one_is_ready()
    {
        using var unchanged = Make();
        unchanged.Composer.UseStyle(_folder["slow"]);
        unchanged.PlayTwoBars();
        _stage.PlayTwoBars();
        LoadBeside();

        _stage.Choose(Other);
        _stage.Change();
        _stage.Run();

        Assert.Equal("slow", _stage.Composer.Status.Style!.Name);
        Assert.Equal(1, _stage.Composer.Status.LateChanges);
        Assert.Equal(unchanged.Answer(2 * Bar, 4 * Bar), _stage.Answer(2 * Bar, 4 * Bar));

        _loading.LoadAll();
        _stage.Run();

        Assert.Equal("other", _stage.Composer.Status.Style!.Name);
        unchanged.Stop(0, 99);
        Assert.NotEqual(unchanged.Answer(4 * Bar, 8 * Bar), _stage.Answer(4 * Bar, 8 * Bar));
    }

    [Fact]
    public void Chosen_style_that_is_ready_plays_from_its_change_on_and_not_before()
    {
        using var unchanged = Make();
        unchanged.Composer.UseStyle(_folder["slow"]);
        unchanged.PlayTwoBars();
        _stage.Choose(Other);
        _stage.PlayTwoBars();

        Assert.Equal(unchanged.Answer(2 * Bar, 4 * Bar), _stage.Answer(2 * Bar, 4 * Bar));
        _stage.Change();
        var answer = _stage.Answer(4 * Bar, 8 * Bar);

        Assert.Equal("other", _stage.Composer.Status.Style!.Name);
        Assert.Equal(0, _stage.Composer.Status.LateChanges);
        Assert.NotEqual(unchanged.Answer(4 * Bar, 8 * Bar), answer);
    }

    [Fact]
    public void Chosen_style_continues_what_was_heard_before_it()
    {
        using var fromTheStart = Make();
        fromTheStart.Composer.UseStyle(_folder["other"]);
        fromTheStart.PlayTwoBars();
        _stage.PlayTwoBars();
        _stage.Choose(Other);
        _stage.Run();
        _stage.Change();

        Assert.Equal(fromTheStart.Answer(2 * Bar, 6 * Bar), _stage.Answer(2 * Bar, 6 * Bar));
    }

    [Fact]
    public void Chosen_style_forgets_the_stopped_answer_of_the_former_style_too()
    {
        using var fromTheStart = Make();
        fromTheStart.Composer.UseStyle(_folder["other"]);
        fromTheStart.PlayTwoBars();
        fromTheStart.Ask(2 * Bar, 2 * Bar);
        _stage.PlayTwoBars();
        _stage.Answer(2 * Bar, 6 * Bar);
        _stage.Choose(Other);
        _stage.Run();
        _stage.Change();
        // Before its first note.
        _stage.Stop((2 * Bar) - 1);
        fromTheStart.Run();
        fromTheStart.Drain();

        Assert.Equal(fromTheStart.Answer(6 * Bar, 8 * Bar), _stage.Answer(6 * Bar, 8 * Bar));
    }

    [Fact]
    public void Offline_requests_wait_for_the_chosen_style()
    {
        LoadBeside();
        _stage.PlayTwoBars();
        _stage.Choose(Other);
        _stage.Change(waits: true);
        _stage.Ask(2 * Bar, 4 * Bar);
        _stage.Run();
        Assert.Empty(_stage.Take());

        _loading.LoadAll();
        _stage.Run();

        Assert.Equal("other", _stage.Composer.Status.Style!.Name);
        Assert.True(_stage.Take()[^1].IsEnd);
    }

    [Fact]
    public void Former_style_stays_with_an_error_when_the_chosen_one_fails_to_load()
    {
        File.Delete(_folder["other/pitch.onnx"]);

        _stage.Choose(Other);
        _stage.Change();
        _stage.PlayTwoBars();

        Assert.NotEmpty(_stage.Answer(2 * Bar, 4 * Bar));
        var status = _stage.Composer.Status;
        Assert.Equal((StyleState.Ready, "slow"), (status.State, status.Style!.Name));
        Assert.Contains("pitch.onnx is missing", status.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Slot_without_a_style_changes_nothing()
    {
        _stage.Choose(Nowhere);
        _stage.Change();
        _stage.PlayTwoBars();

        Assert.NotEmpty(_stage.Answer(2 * Bar, 4 * Bar));
        Assert.Equal("slow", _stage.Composer.Status.Style!.Name);
    }

    [Fact]
    public void Style_that_is_chosen_while_another_loads_is_the_one_that_plays()
    {
        LoadBeside();
        _stage.Choose(Other);
        _stage.Run();
        _stage.Choose(Slow);
        _stage.Change();
        _stage.Run();
        _loading.LoadAll();
        _stage.Run();

        Assert.Equal("slow", _stage.Composer.Status.Style!.Name);
    }

    [Fact]
    public void Changed_files_are_loaded_after_they_settle()
    {
        _stage.Watch();
        (StyleFiles.Recurrent with { Id = "slow", Name = "Retrained" }).Write(_folder["slow"]);

        _stage.Watch();
        _stage.Run();
        Assert.Equal("slow", _stage.Composer.Status.Style!.Name);
        _stage.Watch();
        _stage.Run();

        Assert.Equal("Retrained", _stage.Composer.Status.Style!.Name);
    }

    [Fact]
    public void Missing_style_plays_when_it_appears()
    {
        using var stage = Make();
        stage.Composer.UseStyle(_folder["late"]);
        stage.Run();
        Assert.Equal(StyleState.Failed, stage.Composer.Status.State);

        Write("late", -1);
        stage.Watch();
        stage.Watch();
        stage.Run();

        Assert.Equal("late", stage.Composer.Status.Style!.Name);
    }

    [Fact]
    public void Missing_cuda_is_reported()
    {
        _stage.Composer.UseStyle(_folder["other"], ExecutionProvider.Cuda);
        _stage.Run();

        var provider = _stage.Composer.Status.Provider!;
        Assert.Equal((ExecutionProvider.Cuda, ExecutionProvider.Cpu), (provider.Requested, provider.Running));
        Assert.StartsWith("asked CUDA, running CPU: ", provider.ToString(), StringComparison.Ordinal);
    }

    private ComposerStage Make() => new(folderOf: slot => slot switch
    {
        Slow => _folder["slow"],
        Other => _folder["other"],
        _ => null,
    });

    private void Write(string name, float scale)
    {
        TinyStyle.Write(_folder[name]);
        (StyleFiles.Recurrent with { Id = name, Name = name }).Write(_folder[name]);
        TinyStyle.WriteGraph(_folder[name], GraphRole.Pitch, TinyStyle.Head(Music.Vocabulary.Pitches, 0, scale, "gap", "place"));
    }

    private void LoadBeside() => _stage.Composer.RunSlowly = _loading.Add;

    private sealed class ManualLoading
    {
        private readonly Queue<Action> _jobs = new();

        public void Add(Action job) => _jobs.Enqueue(job);

        public void LoadAll()
        {
            while (_jobs.TryDequeue(out var job))
                job();
        }
    }
}
