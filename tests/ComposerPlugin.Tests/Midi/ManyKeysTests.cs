using ComposerPlugin.Vst3;

namespace ComposerPlugin.Tests;

public sealed class ManyKeysTests
{
    [Theory]
    [InlineData(4)]
    [InlineData(16)]
    public void All_keys_of_many_channels_at_once_pass_and_the_plugin_goes_on(int channels)
    {
        using var stage = new InstanceStage();
        var hosted = stage.Hosted;
        hosted.Activate(48000, 512);
        for (short channel = 0; channel < channels; channel++)
        {
            for (short pitch = 0; pitch < 128; pitch++)
                hosted.InputEvents.Add(On(channel, pitch));
        }
        Assert.True(hosted.Process(512, default));
        Assert.Equal(channels * 128, hosted.OutputEvents.Count);
        for (int block = 0; block < 2000; block++)
            Assert.True(hosted.Process(512, default), $"block {block}");
    }

    private static Event On(short channel, short pitch) =>
        new() { Type = EventType.NoteOn, NoteOn = new() { Channel = channel, Pitch = pitch, Velocity = 0.5f, NoteId = -1 } };
}
