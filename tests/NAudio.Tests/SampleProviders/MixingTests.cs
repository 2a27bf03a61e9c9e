using NAudio.Tests.Support;
using NAudio.Wave;
using NAudio.Wave.SampleProviders;

namespace NAudio.Tests.SampleProviders;

public class MixingTests
{
    [Fact]
    public void Stereo_becomes_the_mean_of_its_channels()
    {
        ISampleProvider mono = Floats.Ramp(8, 44100, 2).ToMono();

        Assert.Equal(WaveFormat.CreateIeeeFloatWaveFormat(44100, 1), mono.WaveFormat);
        Assert.Equal([0.5f, 2.5f, 4.5f, 6.5f], mono.All(3));
    }

    [Fact]
    public void One_side_can_be_taken_alone()
    {
        Assert.Equal([1f, 3, 5, 7], Floats.Ramp(8, 44100, 2).ToMono(0, 1).All());
        Assert.Equal([0f, 2, 4, 6], new StereoToMonoSampleProvider(Floats.Ramp(8, 44100, 2)) { LeftVolume = 1, RightVolume = 0 }.All());
    }

    [Fact]
    public void Mono_becomes_stereo_with_two_volumes() =>
        Assert.Equal([0, 0, 1, 0.5f, 2, 1], Floats.Ramp(3, 44100, 1).ToStereo(1, 0.5f).All(4));

    [Fact]
    public void What_has_the_channels_already_is_left_as_it_is()
    {
        Floats mono = Floats.Ramp(3, 44100, 1);
        Floats stereo = Floats.Ramp(4, 44100, 2);

        Assert.Same(mono, mono.ToMono());
        Assert.Same(stereo, stereo.ToStereo());
    }

    [Fact]
    public void Other_channel_counts_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Floats.Ramp(6, 44100, 3).ToMono());
        Assert.Throws<ArgumentException>(() => Floats.Ramp(6, 44100, 3).ToStereo());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(6)]
    public void Any_number_of_channels_is_mixed_to_mono_by_a_matrix(int channels)
    {
        var gains = new float[channels, 1];
        for (int channel = 0; channel < channels; channel++)
            gains[channel, 0] = 1f / channels;

        float[] mono = new ChannelMixerSampleProvider(Floats.Ramp(channels * 10, 44100, channels, pieceFrames: 3), gains).All(4);

        Assert.Equal(10, mono.Length);
        for (int frame = 0; frame < 10; frame++)
            Assert.Equal(frame * channels + (channels - 1) / 2f, mono[frame], 1e-5f);
    }

    [Fact]
    public void Named_matrices_do_as_they_say()
    {
        Assert.Equal([0.5f, 2.5f], new ChannelMixerSampleProvider(Floats.Ramp(4, 44100, 2), ChannelMixMatrix.StereoToMono).All());
        Assert.Equal([0f, 0, 2, 0], new ChannelMixerSampleProvider(Floats.Ramp(4, 44100, 2), ChannelMixMatrix.StereoLeft).All());
        Assert.Equal([0f, 1, 0, 3], new ChannelMixerSampleProvider(Floats.Ramp(4, 44100, 2), ChannelMixMatrix.StereoRight).All());
        Assert.Equal([0f, 0, 1, 1], new ChannelMixerSampleProvider(Floats.Ramp(2, 44100, 1), ChannelMixMatrix.MonoToStereo).All());
    }

    [Fact]
    public void A_matrix_must_have_a_row_for_each_channel_and_a_column()
    {
        Floats mono = Floats.Ramp(3, 44100, 1);

        Assert.Throws<ArgumentException>(() => new ChannelMixerSampleProvider(mono, ChannelMixMatrix.StereoToMono));
        Assert.Throws<ArgumentException>(() => new ChannelMixerSampleProvider(mono, new float[1, 0]));
        Assert.Throws<ArgumentNullException>(() => new ChannelMixerSampleProvider(mono, null));
        Assert.Throws<ArgumentNullException>(() => new ChannelMixerSampleProvider(null, ChannelMixMatrix.MonoToStereo));
    }

    [Fact]
    public void Only_whole_frames_are_read()
    {
        var buffer = new float[5];

        Assert.Equal(4, new ChannelMixerSampleProvider(Floats.Ramp(8, 44100, 1), ChannelMixMatrix.MonoToStereo).Read(buffer));
        Assert.Equal([0, 0, 1, 1, 0], buffer);
    }
}
