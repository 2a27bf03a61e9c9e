#include "Plugin.h"

#include <cstdio>
#include <stdexcept>

namespace {

void loadState(juce::AudioPluginInstance& plugin, const std::string& path) {
    juce::MemoryBlock state;
    if (!juce::File::getCurrentWorkingDirectory().getChildFile(path).loadFileAsData(state))
        throw std::runtime_error(path + " cannot be read.");
    plugin.setStateInformation(state.getData(), static_cast<int>(state.getSize()));
}

}

juce::AudioProcessorParameter& findParameter(const juce::AudioPluginInstance& plugin, const std::string& name) {
    for (auto* parameter : plugin.getParameters()) {
        if (parameter->getName(128) == juce::String(name) || juce::String(parameter->getParameterIndex()) == juce::String(name))
            return *parameter;
    }
    throw std::runtime_error("The plugin has no parameter " + name + "; --params lists them.");
}

PluginLibrary::PluginLibrary(const std::string& path) : _path(path) {
    juce::VST3PluginFormat format;
    format.findAllTypesForFile(_classes, juce::File::getCurrentWorkingDirectory().getChildFile(path).getFullPathName());
    if (_classes.isEmpty())
        throw std::runtime_error(path + " holds no VST3 class that JUCE can use.");
}

void PluginLibrary::list() const {
    for (const auto* one : _classes)
        std::printf("%s\t%s\t%s\t%d\t%d\n", one->name.toRawUTF8(), one->category.toRawUTF8(), one->version.toRawUTF8(), one->numInputChannels, one->numOutputChannels);
}

std::unique_ptr<juce::AudioPluginInstance> PluginLibrary::create(const Arguments& arguments) const {
    juce::AudioPluginFormatManager formats;
    formats.addFormat(new juce::VST3PluginFormat());
    juce::String error;
    auto plugin = formats.createPluginInstance(find(arguments.className), arguments.sampleRate, arguments.block, error);
    if (plugin == nullptr)
        throw std::runtime_error(_path + " cannot be loaded: " + error.toStdString());
    if (!arguments.loadState.empty())
        loadState(*plugin, arguments.loadState);
    for (const auto& setting : arguments.settings)
        findParameter(*plugin, setting.parameter).setValue(setting.normalized);
    return plugin;
}

const juce::PluginDescription& PluginLibrary::find(const std::string& className) const {
    if (className.empty())
        return *_classes[0];
    for (const auto* one : _classes) {
        if (one->name == juce::String(className))
            return *one;
    }
    throw std::runtime_error(_path + " has no class " + className + "; --list names them.");
}

void listParameters(const juce::AudioPluginInstance& plugin) {
    for (auto* parameter : plugin.getParameters()) {
        // Plugins built with JUCE have 2080 of these.
        if (!parameter->getName(128).startsWith("MIDI CC "))
            std::printf("%d\t%s\t%.6f\t%s\n", parameter->getParameterIndex(), parameter->getName(128).toRawUTF8(), parameter->getValue(),
                parameter->getCurrentValueAsText().toRawUTF8());
    }
}

void saveState(juce::AudioPluginInstance& plugin, const std::string& path) {
    juce::MemoryBlock state;
    plugin.getStateInformation(state);
    if (!juce::File::getCurrentWorkingDirectory().getChildFile(path).replaceWithData(state.getData(), state.getSize()))
        throw std::runtime_error(path + " cannot be written.");
}

void runMessages(int milliseconds) {
    juce::MessageManager::getInstance()->runDispatchLoopUntil(milliseconds);
}
