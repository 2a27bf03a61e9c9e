namespace ComposerPlugin.Vst3;

/// <summary>
/// [audio] The data of one block. Valid during the process call only. Any part may be missing: zero frames (a parameter flush), no
/// context, no event lists, no audio buffers.
/// </summary>
public readonly unsafe ref struct ProcessBlock
{
    private static readonly ProcessContext _noContext;

    // Safe: the host owns the structure and keeps it until the process call returns; a ref struct cannot outlive the call.
    private readonly ProcessData* _data;

    internal ProcessBlock(ProcessData* data) => _data = data;

    /// <summary>Realtime, prefetch or offline.</summary>
    public ProcessMode Mode => _data->Mode;

    /// <summary>The sample type of the audio buses.</summary>
    public SampleSize SampleSize => _data->SampleSize == SampleSize.Float64 ? SampleSize.Float64 : SampleSize.Float32;

    /// <summary>The length in sample frames; may be 0.</summary>
    public int Frames => Math.Max(0, _data->Frames);

    /// <summary>Whether the host gave a process context.</summary>
    public bool HasContext => _data->Context != null;

    /// <summary>The transport at the first frame; all 0, without valid fields, if <see cref="HasContext"/> is false.</summary>
    public ref readonly ProcessContext Context => ref _data->Context != null ? ref *_data->Context : ref _noContext;

    /// <summary>The parameter changes of this block; may be null.</summary>
    public HostParameterChanges ParameterChanges => new((nint)_data->InputParameterChanges);

    /// <summary>The list for parameter changes made by the plugin; may be null.</summary>
    public HostParameterChanges OutputParameterChanges => new((nint)_data->OutputParameterChanges);

    /// <summary>The input events of this block, in the order of their sample offsets; may be null.</summary>
    public HostEventList InputEvents => new((nint)_data->InputEvents);

    /// <summary>The list for output events; may be null.</summary>
    public HostEventList OutputEvents => new((nint)_data->OutputEvents);

    /// <summary>The number of audio input buses in this block.</summary>
    public int InputBusCount => _data->Inputs == null ? 0 : Math.Max(0, _data->InputCount);

    /// <summary>The number of audio output buses in this block.</summary>
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

    /// <summary>Fills all audio outputs with silence and sets their silence flags.</summary>
    public void Silence()
    {
        for (int bus = 0; bus < OutputBusCount; bus++)
            OutputBus(bus).Silence();
    }
}
