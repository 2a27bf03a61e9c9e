using System.Runtime.InteropServices;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Host;

/// <summary>
/// Buffers for the audio output buses of a plugin. Before each block they are filled with NaN, so that a plugin that
/// leaves its output unwritten is detected.
/// </summary>
internal sealed unsafe class AudioOutputs : IDisposable
{
    private readonly AudioBusBuffers* _buses;
    private readonly SampleSize _sampleSize;
    private readonly int _channels;
    private byte* _samples;
    private int _capacity;

    public AudioOutputs(IReadOnlyList<int> channelsOfBuses, SampleSize sampleSize, int frames)
    {
        _sampleSize = sampleSize;
        Count = channelsOfBuses.Count;
        _channels = channelsOfBuses.Sum();
        _buses = (AudioBusBuffers*)NativeMemory.AllocZeroed((nuint)Math.Max(1, Count), (nuint)sizeof(AudioBusBuffers));
        for (int bus = 0; bus < Count; bus++)
        {
            _buses[bus].ChannelCount = channelsOfBuses[bus];
            _buses[bus].Channels = (void**)NativeMemory.Alloc((nuint)Math.Max(1, channelsOfBuses[bus]), (nuint)sizeof(void*));
        }
        Reserve(frames);
    }

    /// <summary>Number of buses.</summary>
    public int Count { get; }

    public AudioBusBuffers* Buses => _buses;

    /// <summary>Allocates buffers for a block if needed and fills them with NaN.</summary>
    public void Prepare(int frames)
    {
        if (frames > _capacity)
            Reserve(frames);
        for (int bus = 0; bus < Count; bus++)
        {
            _buses[bus].SilenceFlags = 0;
            for (int channel = 0; channel < _buses[bus].ChannelCount; channel++)
            {
                if (_sampleSize == SampleSize.Float64)
                    new Span<double>(_buses[bus].Channels[channel], frames).Fill(double.NaN);
                else
                    new Span<float>(_buses[bus].Channels[channel], frames).Fill(float.NaN);
            }
        }
    }

    /// <summary>The largest absolute sample of the block; NaN if any sample is NaN.</summary>
    public double Peak(int frames)
    {
        double peak = 0;
        for (int bus = 0; bus < Count; bus++)
            for (int channel = 0; channel < _buses[bus].ChannelCount; channel++)
                for (int frame = 0; frame < frames; frame++)
                    peak = Math.Max(peak, Math.Abs(Sample(bus, channel, frame)));
        return peak;
    }

    public double Sample(int bus, int channel, int frame) => _sampleSize == SampleSize.Float64
        ? ((double*)_buses[bus].Channels[channel])[frame]
        : ((float*)_buses[bus].Channels[channel])[frame];

    public void Dispose()
    {
        for (int bus = 0; bus < Count; bus++)
            NativeMemory.Free(_buses[bus].Channels);
        NativeMemory.Free(_buses);
        NativeMemory.Free(_samples);
    }

    private void Reserve(int frames)
    {
        int sampleBytes = _sampleSize == SampleSize.Float64 ? sizeof(double) : sizeof(float);
        NativeMemory.Free(_samples);
        _capacity = Math.Max(1, frames);
        _samples = (byte*)NativeMemory.AllocZeroed((nuint)Math.Max(1, _channels) * (nuint)_capacity, (nuint)sampleBytes);
        byte* place = _samples;
        for (int bus = 0; bus < Count; bus++)
            for (int channel = 0; channel < _buses[bus].ChannelCount; channel++, place += _capacity * sampleBytes)
                _buses[bus].Channels[channel] = place;
    }
}
