using System.Text.Json;
using Infra.Bench.Documents;
using Infra.Bench.StandIns;

namespace Infra.Bench.Runs;

/// <summary>A CRL in the bucket, the event that asks for it, and the check that an answer holds it.</summary>
public sealed class ServedDocument(string key, byte[] bytes)
{
    private readonly int _base64Length = (bytes.Length + 2) / 3 * 4;

    public string Key => key;

    public byte[] Bytes => bytes;

    public ReadOnlyMemory<byte> Event { get; } = LoadBalancerEvent.Get(key);

    /// <summary>Compares every byte.</summary>
    /// <exception cref="FunctionFailedException">It is not the answer to send.</exception>
    public void Demand(FunctionAnswer answer)
    {
        using var json = JsonDocument.Parse(answer.Body);
        var status = json.RootElement.GetProperty("statusCode").GetInt32();
        if (status != 200 || !json.RootElement.GetProperty("body").GetBytesFromBase64().AsSpan().SequenceEqual(bytes))
        {
            throw new FunctionFailedException(
                $"The answer for '{key}' has status {status} and {answer.Body.Length} bytes of JSON; expected are 200 "
                + $"and the {bytes.Length} bytes of the object. See what the function logs.");
        }
    }

    /// <summary>Enough for every single answer of a long series: the size.</summary>
    /// <exception cref="FunctionFailedException">It is too short to hold the document.</exception>
    public void DemandSize(FunctionAnswer answer)
    {
        if (answer.Body.Length < _base64Length)
        {
            throw new FunctionFailedException(
                $"An answer for '{key}' has {answer.Body.Length} bytes of JSON; the document alone has "
                + $"{_base64Length}.");
        }
    }
}
