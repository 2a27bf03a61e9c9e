using ComposerPlugin.Host;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Tests;

/// <summary>What a host sends in a block, in our own host, up to the values that the controller shows afterwards.</summary>
public sealed class BlockChangesTests : IDisposable
{
    private readonly InstanceStage _stage = new();

    public BlockChangesTests() => _stage.Hosted.Activate(48000, 8192);

    public void Dispose() => _stage.Dispose();

    [Theory]
    [InlineData(511)]
    [InlineData(2_000)]
    [InlineData(20_000)]
    public void The_last_value_of_every_parameter_is_taken_however_many_points_come_before_it(int points)
    {
        for (int i = 0; i < points; i++)
            _stage.Hosted.InputChanges.Add(Parameters.Surprise.Id, i * 8192 / points, i % 100 / 100.0);
        _stage.Hosted.InputChanges.Add(Parameters.Surprise.Id, 8191, 0.25);
        _stage.Hosted.InputChanges.Add(Parameters.Channel.Id, 8191, Parameters.Channel.ToNormalized(5));
        Play(8192);
        Assert.Equal((0.5, 5), (_stage.Plain(Parameters.Surprise), _stage.Plain(Parameters.Channel)));
        Assert.DoesNotContain("dropped", _stage.Instance.Status.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_values_of_all_parameters_are_taken_when_all_are_automated_densely()
    {
        var automated = Parameters.All.Where(parameter => parameter.IsSaved && parameter != Parameters.PreviewLevel).ToList();
        foreach (var parameter in automated)
        {
            for (int i = 0; i < 500; i++)
                _stage.Hosted.InputChanges.Add(parameter.Id, i, i % 2);
            _stage.Hosted.InputChanges.Add(parameter.Id, 500, parameter.ToNormalized(parameter.Highest));
        }
        Play(512);
        Assert.All(automated, parameter => Assert.Equal(parameter.Highest, _stage.Plain(parameter)));
    }

    [Fact]
    public void Points_that_come_out_of_order_count_by_their_frames()
    {
        _stage.Hosted.InputChanges.Add(Parameters.Seed.Id, 300, Parameters.Seed.ToNormalized(3));
        _stage.Hosted.InputChanges.Add(Parameters.Thru.Id, 100, 0);
        _stage.Hosted.InputChanges.Add(Parameters.Thru.Id, 200, 1);
        foreach (int frame in (int[])[50, 150, 250])
        {
            _stage.Hosted.InputEvents.Add(
                new() { SampleOffset = frame, Type = EventType.NoteOn, NoteOn = new() { Pitch = 60, Velocity = 1, NoteId = frame } });
        }
        Play(512);
        var output = _stage.Hosted.OutputEvents;
        Assert.Equal([50, 250], Enumerable.Range(0, output.Count).Select(i => output[i].SampleOffset));
    }

    [Theory]
    [InlineData(double.NaN, 0)]
    [InlineData(double.NegativeInfinity, 0)]
    [InlineData(-1e300, 0)]
    [InlineData(-0.001, 0)]
    [InlineData(1.001, 1)]
    [InlineData(1e300, 1)]
    [InlineData(double.PositiveInfinity, 1)]
    public void Values_outside_their_range_are_clamped_at_the_door(double sent, double taken)
    {
        var automated = Parameters.All.Where(parameter => parameter.IsSaved && parameter != Parameters.PreviewLevel).ToList();
        foreach (var parameter in automated)
            _stage.Hosted.InputChanges.Add(parameter.Id, 0, sent);
        _stage.Hosted.InputChanges.Add(MidiControllers.FirstId + 1, 0, sent);
        Play(64);
        Assert.All(automated, parameter => Assert.Equal(taken, _stage.Hosted.GetNormalized(parameter.Id)));
        Assert.Equal((int)taken * 127, _stage.Hosted.OutputEvents[0].MidiController.Value);
        _stage.Hosted.ShowParameter(Parameters.Swing.Id, sent);
        Assert.Equal(taken, _stage.Hosted.GetNormalized(Parameters.Swing.Id));
    }

    [Theory]
    [InlineData(int.MinValue)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void Frames_outside_the_block_are_clamped_at_the_door(int frame)
    {
        _stage.Hosted.InputChanges.Add(Parameters.Swing.Id, frame, 1);
        Play(64);
        Assert.Equal(1, _stage.Hosted.GetNormalized(Parameters.Swing.Id));
    }

    [Fact]
    public void A_dense_block_allocates_nothing()
    {
        for (int block = 0; block < 20; block++)
        {
            Fill();
            Play(8192);
            Assert.True(block < 2 || _stage.Hosted.LastProcessAllocated == 0, $"{_stage.Hosted.LastProcessAllocated} bytes");
        }

        void Fill()
        {
            for (int i = 0; i < 3000; i++)
                _stage.Hosted.InputChanges.Add(i % 2 == 0 ? Parameters.Surprise.Id : Parameters.Density.Id, 3000 - i, 0.5);
        }
    }

    private void Play(int frames) => Assert.True(_stage.Hosted.Process(frames, default));
}
