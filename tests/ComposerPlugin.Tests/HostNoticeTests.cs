using ComposerPlugin.Vst3;

namespace ComposerPlugin.Tests;

/// <summary>What the plugin says to its host, and when.</summary>
public sealed class HostNoticeTests : IDisposable
{
    private readonly InstanceStage _stage = new();

    public void Dispose() => _stage.Dispose();

    [Fact]
    public void No_notice_is_sent_while_the_host_sets_or_reads_values()
    {
        var notices = ((Controller)_stage.Instance.Controller).Notices;
        notices.Restart(RestartFlags.ParameterValuesChanged);
        notices.Edit(Parameters.NewTake.Id, 0);
        notices.MarkDirty();
        _stage.Hosted.Handler.IsLocked = true;
        foreach (var parameter in _stage.Hosted.Parameters.Take(100))
        {
            _stage.Hosted.ShowParameter(parameter.Id, 1);
            _stage.Hosted.GetNormalized(parameter.Id);
            _stage.Hosted.ToPlain(parameter.Id, 1);
        }
        _stage.Hosted.Handler.IsLocked = false;
        Assert.Equal((0, 0, false), (_stage.Hosted.Handler.Freezes, _stage.Hosted.Handler.RestartCount, _stage.Hosted.Handler.Dirty));

        _stage.Hosted.Format(Parameters.Seed.Id, 0);
        Assert.Equal((1, true), (_stage.Hosted.Handler.RestartCount, _stage.Hosted.Handler.Dirty));
    }

    [Fact]
    public void The_status_reaches_the_host_in_a_block_when_it_changes()
    {
        // Without a bundle the style does not load.
        var seen = new List<double>();
        _stage.Hosted.Activate(48000, 512);
        for (int block = 0; block < 20_000 && (seen.Count == 0 || seen[^1] < 1); block++)
        {
            Assert.True(_stage.Hosted.Process(512, default));
            for (int i = 0; i < _stage.Hosted.OutputChanges.Count; i++)
            {
                if (_stage.Hosted.OutputChanges[i].Id == Parameters.Status.Id)
                    seen.Add(_stage.Hosted.OutputChanges[i][0].Normalized);
            }
            Thread.Sleep(1);
        }
        Assert.Equal(1, seen[^1]);
        Assert.Equal(seen.Distinct(), seen);
        Assert.Equal(seen[^1], _stage.Hosted.GetNormalized(Parameters.Status.Id));
        _stage.Hosted.Deactivate();
    }

    [Fact]
    public void A_host_that_sends_all_values_gets_no_controllers_back()
    {
        _stage.Hosted.Activate(48000, 512);
        foreach (var parameter in _stage.Hosted.Parameters)
            _stage.Hosted.InputChanges.Add(parameter.Id, 0, _stage.Hosted.GetNormalized(parameter.Id));
        uint pedal = _stage.Hosted.MapController(0, 0, 64)!.Value;
        _stage.Hosted.InputChanges.Add(pedal, 7, 1);
        Assert.True(_stage.Hosted.Process(512, default));
        // What moves later in the block is played.
        Assert.Equal(1, _stage.Hosted.OutputEvents.Count);
        Assert.Equal((7, 64), (_stage.Hosted.OutputEvents[0].SampleOffset, _stage.Hosted.OutputEvents[0].MidiController.Controller));
        Assert.DoesNotContain("dropped", _stage.Hosted.Format(Parameters.Status.Id, 0), StringComparison.Ordinal);

        _stage.Hosted.InputChanges.Add(pedal, 0, 0);
        Assert.True(_stage.Hosted.Process(512, default));
        Assert.Equal(1, _stage.Hosted.OutputEvents.Count);
        _stage.Hosted.Deactivate();
    }
}
