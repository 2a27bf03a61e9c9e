namespace ComposerPlugin.Vst3.Tests;

/// <summary>A toy plugin held by its raw interface pointers, as a C++ host holds it.</summary>
internal sealed unsafe class RawPlugin : IDisposable
{
    public RawPlugin()
    {
        ToyPlugin? made = null;
        Factory = (PluginFactoryTable**)ToyPlugin.Factory(plugin => made = plugin).Share();
        Component = (ComponentTable**)Create(ToyPlugin.ClassId, InterfaceIds.Component, out int result);
        Assert.Equal(Result.Ok, result);
        Plugin = made!;
        Processor = (AudioProcessorTable**)Query(InterfaceIds.AudioProcessor);
        Controller = (EditControllerTable**)Query(InterfaceIds.EditController);
    }

    public PluginFactoryTable** Factory { get; }

    public ComponentTable** Component { get; }

    public AudioProcessorTable** Processor { get; }

    public EditControllerTable** Controller { get; }

    public ToyPlugin Plugin { get; }

    public void* Create(Uid classId, Uid interfaceId, out int result)
    {
        byte* first = stackalloc byte[Uid.Size], second = stackalloc byte[Uid.Size];
        classId.Write(new(first, Uid.Size));
        interfaceId.Write(new(second, Uid.Size));
        void* answer = (void*)1;
        result = (*Factory)->CreateInstance(Factory, first, second, &answer);
        return answer;
    }

    public void* Query(Uid id) => HostUnknown.QueryInterface(Component, id);

    public void Activate(double sampleRate = 48000)
    {
        var setup = new ProcessSetup { SampleRate = sampleRate, MaxFrames = 512 };
        Assert.Equal(Result.Ok, (*Component)->PluginBase.Initialize(Component, null));
        Assert.Equal(Result.Ok, (*Processor)->SetupProcessing(Processor, &setup));
        Assert.Equal(Result.Ok, (*Component)->SetActive(Component, 1));
    }

    public void Dispose()
    {
        HostUnknown.Release(Controller);
        HostUnknown.Release(Processor);
        HostUnknown.Release(Component);
    }
}
