using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>IAudioProcessor.</summary>
internal static unsafe class AudioProcessorEntries
{
    public static readonly AudioProcessorTable* Table = TableMemory.Keep(typeof(AudioProcessorEntries), new AudioProcessorTable
    {
        Unknown = UnknownEntries.Table,
        SetBusArrangements = &SetBusArrangements,
        GetBusArrangement = &GetBusArrangement,
        CanProcessSampleSize = &CanProcessSampleSize,
        GetLatencySamples = &GetLatencySamples,
        SetupProcessing = &SetupProcessing,
        SetProcessing = &SetProcessing,
        Process = &Process,
        GetTailSamples = &GetTailSamples,
    });

    // Safe, for all: the host passes a cell of a living instance; every other pointer is tested for null and used during the call only.

    [UnmanagedCallersOnly]
    private static int SetBusArrangements(void* self, ulong* inputs, int inputCount, ulong* outputs, int outputCount)
    {
        try
        {
            if (inputCount < 0 || outputCount < 0 || (inputs == null && inputCount > 0) || (outputs == null && outputCount > 0))
                return Result.InvalidArgument;
            var buses = NativeInstance.Binding(self).Buses;
            return Result.From(
                buses.Matches(BusDirection.Input, new(inputs, inputCount))
                && buses.Matches(BusDirection.Output, new(outputs, outputCount)));
        }
        catch (Exception e)
        {
            return EntryErrors.Report(e);
        }
    }

    [UnmanagedCallersOnly]
    private static int GetBusArrangement(void* self, int direction, int index, ulong* arrangement)
    {
        try
        {
            var buses = NativeInstance.Binding(self).Buses;
            if (arrangement == null || buses.Find(MediaType.Audio, (BusDirection)direction, index) is not { } bus)
                return Result.InvalidArgument;
            *arrangement = BusTable.Arrangement(bus);
            return Result.Ok;
        }
        catch (Exception e)
        {
            return EntryErrors.Report(e);
        }
    }

    [UnmanagedCallersOnly]
    private static int CanProcessSampleSize(void* self, int sampleSize) => Result.From(Enum.IsDefined((SampleSize)sampleSize));

    [UnmanagedCallersOnly]
    private static uint GetLatencySamples(void* self)
    {
        try
        {
            return NativeInstance.Binding(self).Processor.LatencySamples;
        }
        catch (Exception e)
        {
            EntryErrors.Report(e);
            return 0;
        }
    }

    [UnmanagedCallersOnly]
    private static int SetupProcessing(void* self, ProcessSetup* setup)
    {
        try
        {
            return setup == null ? Result.InvalidArgument : NativeInstance.Binding(self).SetupProcessing(*setup);
        }
        catch (Exception e)
        {
            return EntryErrors.Report(e);
        }
    }

    [UnmanagedCallersOnly]
    private static int SetProcessing(void* self, byte processing)
    {
        try
        {
            var binding = NativeInstance.Binding(self);
            if (binding.Active)
                binding.Processor.SetProcessing(processing != 0);
            return Result.Ok;
        }
        catch (Exception e)
        {
            return EntryErrors.Report(e);
        }
    }

    [UnmanagedCallersOnly]
    private static int Process(void* self, ProcessData* data)
    {
        if (data == null)
            return Result.InvalidArgument;
        var block = new ProcessBlock(data);
        try
        {
            var binding = NativeInstance.Binding(self);
            if (binding.Active)
                binding.Processor.Process(block);
            else
                block.Silence();
            return Result.Ok;
        }
        catch (Exception e)
        {
            // The content of the buffers is undefined after an exception and would be audible.
            block.Silence();
            return EntryErrors.Report(e);
        }
    }

    [UnmanagedCallersOnly]
    private static uint GetTailSamples(void* self)
    {
        try
        {
            return NativeInstance.Binding(self).Processor.TailSamples;
        }
        catch (Exception e)
        {
            EntryErrors.Report(e);
            return 0;
        }
    }
}
