using ComposerPlugin.Host;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Tests;

public sealed class PreviewTests : IDisposable
{
    private readonly InstanceStage _stage = new("Composer");

    public void Dispose() => _stage.Dispose();

    [Theory]
    [InlineData(SampleSize.Float32)]
    [InlineData(SampleSize.Float64)]
    public void A_note_sounds_on_insert(SampleSize size) =>
        Assert.InRange(_stage.Play(new Timeline().LiveNote(100, 5000, 60), 9600, new() { SampleSize = size }).AudioPeak, 0.02, 0.5);

    [Fact]
    public void Preview_is_silent_without_notes() => Assert.Equal(0, _stage.Play(new Timeline(), 9600).AudioPeak);

    [Fact]
    public void Preview_is_silent_when_off()
    {
        _stage.Set(Parameters.PreviewLevel, -60);
        Assert.Equal(0, _stage.Play(new Timeline().LiveNote(100, 5000, 60), 9600).AudioPeak);
    }

    [Fact]
    public void Preview_is_silent_while_bypassed_and_omits_the_player_when_thru_is_off()
    {
        _stage.Set(Parameters.Thru, 0);
        Assert.Equal(0, _stage.Play(new Timeline().LiveNote(100, 5000, 60), 9600).AudioPeak);
        _stage.Set(Parameters.Bypass, 1);
        Assert.Equal(0, _stage.Play(new Timeline().LiveNote(100, 5000, 60), 9600).AudioPeak);
    }

    [Fact]
    public void Preview_rings_no_longer_than_its_longest_tone()
    {
        _stage.Hosted.Activate(48000, 512);
        _stage.Hosted.InputEvents.Add(new() { Type = EventType.NoteOn, NoteOn = new() { Pitch = 30, Velocity = 1, NoteId = -1 } });
        double last = 0;
        for (int i = 0; i < (Engine.PreviewTone.LongestSeconds * 48000 / 512) + 2; i++)
        {
            Assert.True(_stage.Hosted.Process(512, default, BlockParts.None));
            last = _stage.Hosted.OutputPeak(512);
        }
        Assert.Equal(0, last);
        _stage.Hosted.Deactivate();
    }

    [Fact]
    public void The_MIDI_effect_has_no_preview_control()
    {
        using var midi = new InstanceStage("Composer MIDI");
        Assert.DoesNotContain(midi.Hosted.Parameters, parameter => parameter.Id == Parameters.PreviewLevel.Id);
        Assert.Equal((uint.MaxValue, uint.MaxValue), (midi.Hosted.TailSamples, _stage.Hosted.TailSamples));
        Assert.DoesNotContain("preview", System.Text.Encoding.UTF8.GetString(midi.Hosted.GetState()), StringComparison.Ordinal);
        Assert.Contains(_stage.Hosted.Parameters, parameter => parameter.Id == Parameters.PreviewLevel.Id);
    }
}
