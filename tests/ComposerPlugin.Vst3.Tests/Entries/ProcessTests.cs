using ComposerPlugin.Host;

namespace ComposerPlugin.Vst3.Tests;

public sealed unsafe class ProcessTests : IDisposable
{
    private readonly RawPlugin _raw = new();

    public ProcessTests()
    {
        EntryErrors.Clear();
        _raw.Activate();
    }

    public void Dispose() => _raw.Dispose();

    [Fact]
    public void A_null_block_is_an_invalid_argument() =>
        Assert.Equal(Result.InvalidArgument, (*_raw.Processor)->Process(_raw.Processor, null));

    [Fact]
    public void A_block_without_any_parts_reads_as_empty()
    {
        bool called = false;
        _raw.Plugin.OnProcess = (in block) =>
        {
            called = true;
            Assert.Equal((0, false, 0, 0), (block.Frames, block.HasContext, block.InputBusCount, block.OutputBusCount));
            Assert.Equal((ContextFlags.None, 0.0), (block.Context.State, block.Context.Tempo));
            Assert.True(block.ParameterChanges.IsNull && block.OutputParameterChanges.IsNull);
            Assert.True(block.InputEvents.IsNull && block.OutputEvents.IsNull);
            Assert.Equal((0, 0), (block.ParameterChanges.Count, block.InputEvents.Count));
            Assert.True(block.ParameterChanges[0].IsNull && block.OutputParameterChanges.Add(1).IsNull);
            Assert.False(block.InputEvents.TryGet(0, out _) || block.OutputEvents.TryAdd(default));
            block.Silence();
        };
        // Counts without arrays and a negative length, as some hosts send.
        var data = new ProcessData { Frames = -1, InputCount = 1, OutputCount = 1 };
        Assert.Equal(Result.Ok, (*_raw.Processor)->Process(_raw.Processor, &data));
        AssertNoFault();
        Assert.True(called);
    }

    [Fact]
    public void Channels_without_buffers_are_empty_spans()
    {
        _raw.Plugin.OnProcess = (in block) =>
        {
            var bus = block.OutputBus(0);
            Assert.Equal(2, bus.ChannelCount);
            Assert.True(bus.Float32(0).IsEmpty && bus.Float32(1).IsEmpty);
            block.Silence();
        };
        void** channels = stackalloc void*[2];
        channels[0] = channels[1] = null;
        var bus = new AudioBusBuffers { ChannelCount = 2, Channels = channels };
        var data = new ProcessData { Frames = 64, OutputCount = 1, Outputs = &bus };
        Assert.Equal(Result.Ok, (*_raw.Processor)->Process(_raw.Processor, &data));
        AssertNoFault();
        Assert.Equal(0b11ul, bus.SilenceFlags);
    }

    [Theory]
    [InlineData(SampleSize.Float32)]
    [InlineData(SampleSize.Float64)]
    public void Both_sample_sizes_are_silenced_over_exactly_the_block(SampleSize sampleSize)
    {
        _raw.Plugin.OnProcess = (in block) => block.Silence();
        double* samples = stackalloc double[8];
        new Span<double>(samples, 8).Fill(1);
        int floats = sampleSize == SampleSize.Float32 ? 6 : 12;
        new Span<float>(samples, 16).Fill(1);
        void** channels = stackalloc void*[1];
        channels[0] = samples;
        var bus = new AudioBusBuffers { ChannelCount = 1, Channels = channels };
        var data = new ProcessData { SampleSize = sampleSize, Frames = 6, OutputCount = 1, Outputs = &bus };
        Assert.Equal(Result.Ok, (*_raw.Processor)->Process(_raw.Processor, &data));
        AssertNoFault();
        float[] expected = [.. Enumerable.Repeat(0f, floats), .. Enumerable.Repeat(1f, 16 - floats)];
        Assert.Equal(expected, new Span<float>(samples, 16).ToArray());
        Assert.Equal(1ul, bus.SilenceFlags);
    }

    [Fact]
    public void Context_events_and_parameters_pass_through()
    {
        using var input = new EventListObject();
        using var output = new EventListObject();
        using var changes = new ParameterChangesObject();
        using var outputChanges = new ParameterChangesObject();
        input.Add(new() { Type = EventType.NoteOn, SampleOffset = 5, NoteOn = new() { Pitch = 60, Velocity = 0.5f, NoteId = -1 } });
        changes.Add(7, 3, 0.25);
        changes.Add(7, 1, 0.75);
        _raw.Plugin.OnProcess = (in block) =>
        {
            Assert.True(block.HasContext);
            Assert.Equal(123, block.Context.Tempo);
            Assert.True(block.InputEvents.TryGet(0, out var e));
            Assert.False(block.InputEvents.TryGet(1, out _));
            Assert.Equal((EventType.NoteOn, (short)60), (e.Type, e.NoteOn.Pitch));
            Assert.True(block.OutputEvents.TryAdd(e with { SampleOffset = 6 }));
            Assert.Equal((1, 7u, 2), (block.ParameterChanges.Count, block.ParameterChanges[0].Id, block.ParameterChanges[0].Count));
            Assert.True(block.ParameterChanges[0].TryGet(0, out int offset, out double value));
            Assert.Equal((1, 0.75), (offset, value));
            Assert.False(block.ParameterChanges[0].TryGet(2, out _, out _));
            Assert.True(block.OutputParameterChanges.Add(9).TryAdd(2, 0.5));
        };
        var context = new ProcessContext { State = ContextFlags.TempoValid, Tempo = 123 };
        var data = new ProcessData
        {
            Frames = 64,
            Context = &context,
            InputEvents = input.Pointer,
            OutputEvents = output.Pointer,
            InputParameterChanges = changes.Pointer,
            OutputParameterChanges = outputChanges.Pointer,
        };
        Assert.Equal(Result.Ok, (*_raw.Processor)->Process(_raw.Processor, &data));
        AssertNoFault();
        Assert.Equal((1, 6), (output.Count, output[0].SampleOffset));
        Assert.Equal((9u, (2, 0.5)), (outputChanges[0].Id, outputChanges[0][0]));
        Assert.Equal((1, 1, 1, 1), (input.References, output.References, changes.References, outputChanges.References));
    }

    [Fact]
    public void An_exception_becomes_silence_an_error_code_and_an_entry_error()
    {
        _raw.Plugin.FailsIn = "Process";
        float* samples = stackalloc float[4];
        new Span<float>(samples, 4).Fill(1);
        void** channels = stackalloc void*[1];
        channels[0] = samples;
        var bus = new AudioBusBuffers { ChannelCount = 1, Channels = channels };
        var data = new ProcessData { Frames = 4, OutputCount = 1, Outputs = &bus };
        Assert.Equal(Result.InternalError, (*_raw.Processor)->Process(_raw.Processor, &data));
        Assert.Equal(new float[4], new Span<float>(samples, 4).ToArray());
        Assert.Equal((1, "AudioProcessorEntries.Process"), (EntryErrors.Count, EntryErrors.First!.Entry));
        EntryErrors.Clear();
    }

    [Fact]
    public void A_block_for_an_inactive_plugin_is_silence()
    {
        (*_raw.Component)->SetActive(_raw.Component, 0);
        _raw.Plugin.FailsIn = "Process";
        float* samples = stackalloc float[4];
        new Span<float>(samples, 4).Fill(1);
        void** channels = stackalloc void*[1];
        channels[0] = samples;
        var bus = new AudioBusBuffers { ChannelCount = 1, Channels = channels };
        var data = new ProcessData { Frames = 4, OutputCount = 1, Outputs = &bus };
        Assert.Equal(Result.Ok, (*_raw.Processor)->Process(_raw.Processor, &data));
        Assert.Equal(new float[4], new Span<float>(samples, 4).ToArray());
    }

    [Fact]
    public void The_layer_allocates_nothing_in_a_block()
    {
        using var input = new EventListObject();
        using var changes = new ParameterChangesObject();
        input.Add(new() { Type = EventType.NoteOn });
        changes.Add(7, 0, 0.25);
        double sum = 0;
        _raw.Plugin.OnProcess = (in block) =>
        {
            block.InputEvents.TryGet(0, out var e);
            block.ParameterChanges[0].TryGet(0, out int offset, out double value);
            sum += e.SampleOffset + offset + value + block.Context.Tempo;
        };
        var data = new ProcessData { Frames = 64, InputEvents = input.Pointer, InputParameterChanges = changes.Pointer };
        (*_raw.Processor)->Process(_raw.Processor, &data);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int block = 0; block < 1000; block++)
            (*_raw.Processor)->Process(_raw.Processor, &data);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        AssertNoFault();
        Assert.Equal(250.25, sum);
    }

    // The layer catches an assertion that fails inside the plugin, like any exception.
    private static void AssertNoFault() => Assert.True(EntryErrors.Count == 0, EntryErrors.First?.ToString());
}
