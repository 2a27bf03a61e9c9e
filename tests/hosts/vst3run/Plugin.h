#pragma once

#include "Arguments.h"

#include <juce_audio_processors/juce_audio_processors.h>

#include <memory>
#include <string>

// The classes in a plugin's library, as listed by JUCE's scan.
class PluginLibrary {
public:
    // Throws std::runtime_error if there are none.
    explicit PluginLibrary(const std::string& path);

    // Prints a line for each class, tabs between: name, categories, version, audio inputs, audio outputs.
    void list() const;

    // Creates the class that the command line names, or the first, and sets its state and parameters.
    std::unique_ptr<juce::AudioPluginInstance> create(const Arguments& arguments) const;

private:
    const juce::PluginDescription& find(const std::string& className) const;

    juce::OwnedArray<juce::PluginDescription> _classes;
    std::string _path;
};

// A parameter by name or number. Throws std::runtime_error if there is none.
juce::AudioProcessorParameter& findParameter(const juce::AudioPluginInstance& plugin, const std::string& name);

// Prints a line for each parameter, tabs between: number, name, value, its text.
void listParameters(const juce::AudioPluginInstance& plugin);

void saveState(juce::AudioPluginInstance& plugin, const std::string& path);

// Runs the message loop, which delivers the plugin's messages to the host, such as changed parameter values.
void runMessages(int milliseconds);
