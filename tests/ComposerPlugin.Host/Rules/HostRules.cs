using ComposerPlugin.Vst3;

namespace ComposerPlugin.Host;

/// <summary>
/// Steinberg's rules for what a plugin answers to null pointers, wrong ids and wrong indices, at every stage of its life.
/// </summary>
public sealed unsafe class HostRules
{
    private const uint NoParameter = 0xDEADBEEF;
    private const int FarAway = int.MaxValue;

    private readonly List<string> _broken = [];
    private readonly PluginLibrary _library;
    private readonly string _className;
    private string _stage = "";

    private HostRules(PluginLibrary library, string className) => (_library, _className) = (library, className);

    /// <summary>Takes an instance through its life, and tries the rules at each stage.</summary>
    /// <returns>The rules that it breaks, in a sentence each.</returns>
    public static IReadOnlyList<string> Check(PluginLibrary library, string className)
    {
        var rules = new HostRules(library, className);
        rules.CheckFactory();
        rules.CheckLife();
        return rules._broken;
    }

    private void CheckLife()
    {
        using var application = new ApplicationObject("Rules");
        using var handler = new ComponentHandlerObject();
        using (var raw = new RawInstance(_library, _className))
        {
            var setup = new ProcessSetup { SampleRate = 48000, MaxFrames = 512 };
            var component = raw.Component;
            var processor = raw.Processor;
            At("before initialize", raw);
            Expect("terminate", (*component)->PluginBase.Terminate(component), Result.Ok);
            for (int life = 0; life < 2; life++)
            {
                Expect("initialize", (*component)->PluginBase.Initialize(component, application.Pointer), Result.Ok);
                Expect("setComponentHandler", (*raw.Controller)->SetComponentHandler(raw.Controller, handler.Pointer), Result.Ok);
                At("initialized", raw);
                Expect("setupProcessing", (*processor)->SetupProcessing(processor, &setup), Result.Ok);
                Expect("setActive", (*component)->SetActive(component, 1), Result.Ok);
                Expect("setActive twice", (*component)->SetActive(component, 1), Result.Ok);
                At("active", raw);
                Expect("setProcessing", (*processor)->SetProcessing(processor, 1), Result.Ok);
                At("processing", raw);
                var empty = new ProcessData();
                Expect("process of nothing", (*processor)->Process(processor, &empty), Result.Ok);
                Expect("setProcessing off", (*processor)->SetProcessing(processor, 0), Result.Ok);
                Expect("setActive off", (*component)->SetActive(component, 0), Result.Ok);
                Expect("process without activate", (*processor)->Process(processor, &empty), Result.Ok);
                Expect("terminate", (*component)->PluginBase.Terminate(component), Result.Ok);
                Expect("terminate twice", (*raw.Controller)->PluginBase.Terminate(raw.Controller), Result.Ok);
                At("terminated", raw);
                Count("host", application.References, 1);
                Count("handler", handler.References, 1);
            }
            Count("instance", (int)raw.References, raw.Interfaces.Count);
        }
        Count("host after the end", application.References, 1);
        Count("handler after the end", handler.References, 1);
    }

    private void At(string stage, RawInstance raw)
    {
        _stage = stage;
        CheckQueries(raw);
        CheckComponent(raw.Component);
        CheckProcessor(raw.Processor);
        CheckController(raw.Controller);
        CheckUnits(raw.Units);
        uint id = 0;
        Refused("getMidiControllerAssignment, null", (*raw.Mapping)->GetMidiControllerAssignment(raw.Mapping, 0, 0, 1, null));
        foreach (var (bus, channel, controller) in
            (ReadOnlySpan<(int, short, short)>)[(1, 0, 1), (-1, 0, 1), (0, 16, 1), (0, -1, 1), (0, 0, 999)])
        {
            Expect($"getMidiControllerAssignment {bus} {channel} {controller}",
                (*raw.Mapping)->GetMidiControllerAssignment(raw.Mapping, bus, channel, controller, &id), Result.False);
        }
    }

    private void CheckQueries(RawInstance raw)
    {
        byte* id = stackalloc byte[Uid.Size];
        new Uid(1, 2, 3, 4).Write(new(id, Uid.Size));
        foreach (nint one in raw.Interfaces)
        {
            var self = (UnknownTable**)one;
            void* answer = (void*)1;
            Expect("queryInterface, wrong id", (*self)->QueryInterface(self, id, &answer), Result.NoInterface);
            Expect("queryInterface, wrong id: pointer", (int)(nint)answer, 0);
            answer = (void*)1;
            Refused("queryInterface, null id", (*self)->QueryInterface(self, null, &answer));
            Expect("queryInterface, null id: pointer", (int)(nint)answer, 0);
            Refused("queryInterface, null pointer", (*self)->QueryInterface(self, id, null));
        }
        Count("instance", (int)raw.References, raw.Interfaces.Count);
    }

    private void CheckFactory()
    {
        _stage = "factory";
        var factory = (PluginFactoryTable**)_library.Factory;
        byte* id = stackalloc byte[Uid.Size], component = stackalloc byte[Uid.Size];
        _library.Classes[0].Id.Write(new(id, Uid.Size));
        InterfaceIds.Component.Write(new(component, Uid.Size));
        ClassInfo2 info;
        ClassInfoUnicode wide;
        void* answer = (void*)1;
        Refused("getFactoryInfo", (*factory)->GetFactoryInfo(factory, null));
        Refused("getClassInfo", (*factory)->GetClassInfo(factory, 0, null));
        Refused("getClassInfo2", (*factory)->GetClassInfo2(factory, 0, null));
        Refused("getClassInfoUnicode", (*factory)->GetClassInfoUnicode(factory, 0, null));
        foreach (int index in (int[])[-1, int.MinValue, FarAway, _library.Classes.Count])
        {
            Refused($"getClassInfo2 {index}", (*factory)->GetClassInfo2(factory, index, &info));
            Refused($"getClassInfoUnicode {index}", (*factory)->GetClassInfoUnicode(factory, index, &wide));
        }
        Refused("createInstance, null class", (*factory)->CreateInstance(factory, null, component, &answer));
        Refused("createInstance, null interface", (*factory)->CreateInstance(factory, id, null, &answer));
        Refused("createInstance, null pointer", (*factory)->CreateInstance(factory, id, component, null));
        Expect("createInstance, wrong class", (*factory)->CreateInstance(factory, component, component, &answer), Result.NoInterface);
        Expect("createInstance, wrong class: pointer", (int)(nint)answer, 0);
        answer = (void*)1;
        Expect("createInstance, wrong interface", (*factory)->CreateInstance(factory, id, id, &answer), Result.NoInterface);
        Expect("createInstance, wrong interface: pointer", (int)(nint)answer, 0);
        Expect("setHostContext, null", (*factory)->SetHostContext(factory, null), Result.Ok);
    }

    private void CheckComponent(ComponentTable** self)
    {
        BusInfo info;
        RoutingInfo routing = default;
        Refused("getControllerClassId", (*self)->GetControllerClassId(self, null));
        Refused("getBusInfo, null", (*self)->GetBusInfo(self, 1, 0, 0, null));
        Refused("getRoutingInfo, null", (*self)->GetRoutingInfo(self, null, null));
        Refused("getRoutingInfo, null output", (*self)->GetRoutingInfo(self, &routing, null));
        Refused("setState", (*self)->SetState(self, null));
        Refused("getState", (*self)->GetState(self, null));
        foreach (int wrong in (int[])[-1, int.MinValue, 7, FarAway])
        {
            Expect($"getBusCount of media {wrong}", (*self)->GetBusCount(self, wrong, 0), 0);
            Expect($"getBusCount of direction {wrong}", (*self)->GetBusCount(self, 1, wrong), 0);
            Refused($"getBusInfo {wrong}", (*self)->GetBusInfo(self, 1, 0, wrong, &info));
            Refused($"getBusInfo of media {wrong}", (*self)->GetBusInfo(self, wrong, 0, 0, &info));
            Refused($"activateBus {wrong}", (*self)->ActivateBus(self, 1, 0, wrong, 1));
            Refused($"activateBus of direction {wrong}", (*self)->ActivateBus(self, 1, wrong, 0, 1));
        }
    }

    private void CheckProcessor(AudioProcessorTable** self)
    {
        ulong arrangement;
        Refused("setBusArrangements", (*self)->SetBusArrangements(self, null, 1, null, 0));
        Refused("setBusArrangements, negative", (*self)->SetBusArrangements(self, null, -1, null, 0));
        Refused("getBusArrangement, null", (*self)->GetBusArrangement(self, 1, 0, null));
        Refused("setupProcessing", (*self)->SetupProcessing(self, null));
        Refused("process", (*self)->Process(self, null));
        foreach (int wrong in (int[])[-1, int.MinValue, 7, FarAway])
        {
            Refused($"getBusArrangement {wrong}", (*self)->GetBusArrangement(self, 1, wrong, &arrangement));
            Refused($"getBusArrangement of direction {wrong}", (*self)->GetBusArrangement(self, wrong, 0, &arrangement));
            Expect($"canProcessSampleSize {wrong}", (*self)->CanProcessSampleSize(self, wrong), Result.False);
        }
    }

    private void CheckController(EditControllerTable** self)
    {
        ParameterInfo info;
        Utf16Text128 text = default;
        double value = 0.25;
        int count = (*self)->GetParameterCount(self);
        Expect("getParameterInfo", (*self)->GetParameterInfo(self, 0, &info), Result.Ok);
        uint id = info.Id;
        Refused("setComponentState", (*self)->SetComponentState(self, null));
        Refused("setState", (*self)->SetState(self, null));
        Refused("getState", (*self)->GetState(self, null));
        Refused("getParameterInfo, null", (*self)->GetParameterInfo(self, 0, null));
        foreach (int wrong in (int[])[-1, int.MinValue, count, FarAway])
            Refused($"getParameterInfo {wrong}", (*self)->GetParameterInfo(self, wrong, &info));
        Refused("getParamStringByValue, null", (*self)->GetParamStringByValue(self, id, 0, null));
        Refused("getParamStringByValue, wrong id", (*self)->GetParamStringByValue(self, NoParameter, 0, (char*)&text));
        Refused("getParamValueByString, null text", (*self)->GetParamValueByString(self, id, null, &value));
        Refused("getParamValueByString, null value", (*self)->GetParamValueByString(self, id, (char*)&text, null));
        Refused("getParamValueByString, wrong id", (*self)->GetParamValueByString(self, NoParameter, (char*)&text, &value));
        Refused("setParamNormalized, wrong id", (*self)->SetParamNormalized(self, NoParameter, 0.5));
        Expect("getParamNormalized, wrong id", (int)(*self)->GetParamNormalized(self, NoParameter), 0);
        Expect("createView, null", (int)(nint)(*self)->CreateView(self, null), 0);
        foreach (double odd in (double[])[double.NaN, double.NegativeInfinity, double.PositiveInfinity, -1, 2, 1e300])
        {
            Expect($"getParamStringByValue of {odd}", (*self)->GetParamStringByValue(self, id, odd, (char*)&text), Result.Ok);
            Expect($"setParamNormalized of {odd}", (*self)->SetParamNormalized(self, id, odd), Result.Ok);
            double held = (*self)->GetParamNormalized(self, id);
            if (held is not (>= 0 and <= 1))
                Break($"A parameter set to {odd} is {held}");
        }
        // 128 units without an end.
        ((Span<char>)text).Fill('9');
        (*self)->GetParamValueByString(self, id, (char*)&text, &value);
        byte* name = stackalloc byte[6];
        "editor"u8.CopyTo(new Span<byte>(name, 6));
        name[5] = (byte)'!';
        Expect("createView, wrong name", (int)(nint)(*self)->CreateView(self, name), 0);
    }

    private void CheckUnits(UnitInfoTable** self)
    {
        UnitInfo unit;
        ProgramListInfo list;
        Utf16Text128 text = default;
        byte attribute = 0;
        Refused("getUnitInfo, null", (*self)->GetUnitInfo(self, 0, null));
        Refused("getProgramListInfo, null", (*self)->GetProgramListInfo(self, 0, null));
        Expect("getProgramListInfo", (*self)->GetProgramListInfo(self, 0, &list), Result.Ok);
        Refused("getProgramName, null", (*self)->GetProgramName(self, list.Id, 0, null));
        Refused("getProgramInfo, null", (*self)->GetProgramInfo(self, list.Id, 0, &attribute, null));
        Refused("getProgramPitchName, null", (*self)->GetProgramPitchName(self, list.Id, 0, 60, null));
        Refused("getUnitByBus, null", (*self)->GetUnitByBus(self, 1, 0, 0, 0, null));
        Refused("setUnitProgramData, null", (*self)->SetUnitProgramData(self, list.Id, 0, null));
        foreach (int wrong in (int[])[-1, int.MinValue, 9999, FarAway])
        {
            Refused($"getUnitInfo {wrong}", (*self)->GetUnitInfo(self, wrong, &unit));
            Refused($"getProgramListInfo {wrong}", (*self)->GetProgramListInfo(self, wrong, &list));
            Refused($"getProgramName {wrong}", (*self)->GetProgramName(self, list.Id, wrong, (char*)&text));
            Refused($"getProgramName of list {wrong}", (*self)->GetProgramName(self, wrong, 0, (char*)&text));
        }
    }

    private void Refused(string call, int result) => Expect(call, result, Result.InvalidArgument);

    private void Expect(string call, int result, int expected)
    {
        if (result != expected)
            Break($"{call} returned {result} instead of {expected}");
    }

    private void Count(string what, int references, int expected)
    {
        if (references != expected)
            Break($"References to the {what}: {references} instead of {expected}");
    }

    private void Break(string sentence) => _broken.Add($"{_stage}: {sentence}.");
}
