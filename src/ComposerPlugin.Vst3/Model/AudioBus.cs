namespace ComposerPlugin.Vst3;

/// <summary>[audio] An audio bus of a block. A channel without a buffer from the host is an empty span.</summary>
public readonly unsafe ref struct AudioBus
{
    // Safe: owned by the host, valid until the process call returns.
    private readonly AudioBusBuffers* _buffers;
    private readonly int _frames;
    private readonly SampleSize _sampleSize;

    internal AudioBus(AudioBusBuffers* buffers, int frames, SampleSize sampleSize)
    {
        _buffers = buffers;
        _frames = frames;
        _sampleSize = sampleSize;
    }

    /// <summary>Number of channels; 0 if the host gave none.</summary>
    public int ChannelCount => _buffers->Channels == null ? 0 : Math.Max(0, _buffers->ChannelCount);

    /// <summary>Bit n is set if channel n is silent. The processor sets it for outputs.</summary>
    public ulong SilenceFlags
    {
        get => _buffers->SilenceFlags;
        set => _buffers->SilenceFlags = value;
    }

    /// <summary>The samples of a channel, [frames]; empty if the block is 64-bit or the host gave no buffer.</summary>
    public Span<float> Float32(int channel) =>
        _sampleSize == SampleSize.Float32 ? new(Channel(channel), Channel(channel) == null ? 0 : _frames) : default;

    /// <summary>The samples of a channel, [frames]; empty if the block is 32-bit or the host gave no buffer.</summary>
    public Span<double> Float64(int channel) =>
        _sampleSize == SampleSize.Float64 ? new(Channel(channel), Channel(channel) == null ? 0 : _frames) : default;

    /// <summary>Fills all channels with silence and sets their flags.</summary>
    public void Silence()
    {
        for (int channel = 0; channel < ChannelCount; channel++)
        {
            Float32(channel).Clear();
            Float64(channel).Clear();
        }
        SilenceFlags = ChannelCount >= 64 ? ulong.MaxValue : (1UL << ChannelCount) - 1;
    }

    private void* Channel(int channel)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)channel, (uint)ChannelCount, nameof(channel));
        return _buffers->Channels[channel];
    }
}
