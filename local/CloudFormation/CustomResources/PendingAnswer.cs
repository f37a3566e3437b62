using System.Security.Cryptography;
using System.Text;

namespace Infra.Local.CloudFormation.CustomResources;

/// <summary>A request whose answer may come; the first one counts.</summary>
/// <param name="path">Path of its URL, unescaped.</param>
internal sealed class PendingAnswer(string path)
{
    private readonly TaskCompletionSource<byte[]> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Nobody who was not given the URL can answer.</summary>
    public string Signature { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    /// <summary>The body of the answer.</summary>
    public Task<byte[]> Body => _answer.Task;

    /// <summary>A second answer overwrites an object that CloudFormation has read already, and changes nothing.</summary>
    public void Deliver(byte[] body) => _answer.TrySetResult(body);

    public bool IsFor(string requestPath, string signature) =>
        requestPath == path
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Signature), Encoding.UTF8.GetBytes(signature));
}
