namespace ComposerPlugin.Vst3;

/// <summary>
/// [audio] What the host hands over for one block. Valid during the process call only. Every part may be missing: zero frames (a host
/// flushing parameters), no context, no event lists, no audio buffers.
/// </summary>
public readonly unsafe ref struct ProcessBlock
{
    private static readonly ProcessContext _noContext;

    // Safe: the host owns the structure and keeps it until the process call returns; a ref struct cannot outlive the call.
    private readonly ProcessData* _data;

    internal ProcessBlock(ProcessData* data) => _data = data;

    /// <summary>Realtime, prefetch or offline.</summary>
    public ProcessMode Mode => _data->Mode;

    /// <summary>Type of the samples in the audio buses.</summary>
    public SampleSize SampleSize => _data->SampleSize == SampleSize.Float64 ? SampleSize.Float64 : SampleSize.Float32;

    /// <summary>Length in sample frames; may be zero.</summary>
    public int Frames => Math.Max(0, _data->Frames);

    /// <summary>Whether the host told its transport.</summary>
    public bool HasContext => _data->Context != null;

    /// <summary>The transport at the first frame; all zero, with no valid field, if <see cref="HasContext"/> is false.</summary>
    public ref readonly ProcessContext Context => ref _data->Context != null ? ref *_data->Context : ref _noContext;

    /// <summary>Parameter changes of this block; may be null.</summary>
    public HostParameterChanges ParameterChanges => new((nint)_data->InputParameterChanges);

    /// <summary>Takes parameter changes made by the plugin; may be null.</summary>
    public HostParameterChanges OutputParameterChanges => new((nint)_data->OutputParameterChanges);

    /// <summary>Events of this block, in the order of their sample offsets; may be null.</summary>
    public HostEventList InputEvents => new((nint)_data->InputEvents);

    /// <summary>Takes the events that the plugin plays; may be null.</summary>
    public HostEventList OutputEvents => new((nint)_data->OutputEvents);

    /// <summary>Audio input buses in this block.</summary>
    public int InputBusCount => _data->Inputs == null ? 0 : Math.Max(0, _data->InputCount);

    /// <summary>Audio output buses in this block.</summary>
    public int OutputBusCount => _data->Outputs == null ? 0 : Math.Max(0, _data->OutputCount);

    /// <summary>The audio input bus at an index below <see cref="InputBusCount"/>.</summary>
    public AudioBus InputBus(int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)InputBusCount, nameof(index));
        return new(_data->Inputs + index, Frames, SampleSize);
    }

    /// <summary>The audio output bus at an index below <see cref="OutputBusCount"/>.</summary>
    public AudioBus OutputBus(int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)OutputBusCount, nameof(index));
        return new(_data->Outputs + index, Frames, SampleSize);
    }

    /// <summary>Fills all audio outputs with silence and says so to the host.</summary>
    public void Silence()
    {
        for (int bus = 0; bus < OutputBusCount; bus++)
            OutputBus(bus).Silence();
    }
}
