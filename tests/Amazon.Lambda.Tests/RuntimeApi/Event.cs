namespace Infra.Amazon.Lambda.Tests.RuntimeApi;

/// <summary>An event that waits for a function, with the headers that go with it.</summary>
internal sealed record Event(string Body, IReadOnlyDictionary<string, string> Headers);
