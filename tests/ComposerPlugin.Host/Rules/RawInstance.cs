using ComposerPlugin.Vst3;

namespace ComposerPlugin.Host;

/// <summary>An instance by its raw interface pointers, in whatever state of its life the caller brings it to.</summary>
internal sealed unsafe class RawInstance : IDisposable
{
    /// <summary>Creates an instance of a class; it is not initialized.</summary>
    public RawInstance(PluginLibrary library, string className)
    {
        var factory = (PluginFactoryTable**)library.Factory;
        byte* classId = stackalloc byte[Uid.Size], interfaceId = stackalloc byte[Uid.Size];
        library.Classes.Single(candidate => candidate.Name == className).Id.Write(new(classId, Uid.Size));
        InterfaceIds.Component.Write(new(interfaceId, Uid.Size));
        void* component = null;
        int result = (*factory)->CreateInstance(factory, classId, interfaceId, &component);
        if (result != Result.Ok)
            throw new InvalidOperationException($"The class \"{className}\" could not be made; createInstance returned {result}.");
        Component = (ComponentTable**)component;
        Processor = (AudioProcessorTable**)Query(InterfaceIds.AudioProcessor);
        Controller = (EditControllerTable**)Query(InterfaceIds.EditController);
        Units = (UnitInfoTable**)Query(InterfaceIds.UnitInfo);
        Mapping = (MidiMappingTable**)Query(InterfaceIds.MidiMapping);
        Requirements = (ContextRequirementsTable**)Query(InterfaceIds.ProcessContextRequirements);
    }

    public ComponentTable** Component { get; }

    public AudioProcessorTable** Processor { get; }

    public EditControllerTable** Controller { get; }

    public UnitInfoTable** Units { get; }

    public MidiMappingTable** Mapping { get; }

    public ContextRequirementsTable** Requirements { get; }

    /// <summary>All interfaces.</summary>
    public IReadOnlyList<nint> Interfaces =>
        [(nint)Component, (nint)Processor, (nint)Controller, (nint)Units, (nint)Mapping, (nint)Requirements];

    /// <summary>References to the instance: one for each interface.</summary>
    public uint References
    {
        get
        {
            (*(UnknownTable**)Component)->AddRef(Component);
            return (*(UnknownTable**)Component)->Release(Component);
        }
    }

    public void Dispose()
    {
        foreach (nint one in Interfaces)
            HostUnknown.Release((void*)one);
    }

    private void* Query(Uid id)
    {
        void* answer = HostUnknown.QueryInterface(Component, id);
        return answer != null ? answer : throw new InvalidOperationException($"The instance has no {id}.");
    }
}
