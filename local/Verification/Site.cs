using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Infra.Local.CloudFormation.Assembly;
using Infra.Local.CloudFormation.Stacks;
using Infra.Local.Hosting;
using Infra.Local.Lambda.Logging;
using Infra.Local.Verification.Clients;

namespace Infra.Local.Verification;

/// <summary>The deployed system as the checks see it: clients outside, the administrator, and the function's log.</summary>
public sealed class Site : IDisposable
{
    private readonly HashSet<string> _names;

    // Makes an RSA key, which most sites never use.
    private readonly Lazy<SampleCrl> _sample;

    /// <param name="aws">Where it is deployed.</param>
    /// <param name="assembly">Which stacks it is made of.</param>
    public Site(LocalAws aws, CloudAssembly assembly)
    {
        (Aws, _sample) = (aws, new Lazy<SampleCrl>(() => new SampleCrl(aws.Clock.GetUtcNow())));
        _names = assembly.Stacks.Select(stack => stack.Name).ToHashSet();
        var stacks = Stacks;
        LoadBalancer = StackOutputs.LoadBalancers(stacks).Single();
        CaCrlPath = StackOutputs.CrlUrls(stacks).Single().AbsolutePath;
        CaArn = StackOutputs.Of(stacks, "CertificateAuthorityArn");
        Bucket = StackOutputs.Of(stacks, "CrlBucketName");
        Responder = StackOutputs.Of(stacks, "CrlResponderFunctionName");
        Client = new CrlClient(LoadBalancer);
        Administrator = new AdministratorClient(aws.Endpoint, aws.Account.Region);
        State = new ProtectedState(Administrator, Bucket);
    }

    public LocalAws Aws { get; }

    /// <summary>By the clock that functions see.</summary>
    public DateTimeOffset Now => Aws.Clock.GetUtcNow();

    /// <summary>The stacks that it is made of, as they are now.</summary>
    public IReadOnlyList<DeployedStack> Stacks => [.. Aws.CloudFormation.Stacks.Where(stack => _names.Contains(stack.Name))];

    public Uri LoadBalancer { get; }

    /// <summary>Path of the CA's own CRL at the load balancer.</summary>
    public string CaCrlPath { get; }

    public string CaArn { get; }

    public string Bucket { get; }

    /// <summary>Name of the function behind the load balancer.</summary>
    public string Responder { get; }

    public CrlClient Client { get; }

    public AdministratorClient Administrator { get; }

    /// <summary>What functions keep in the bucket beside CRLs.</summary>
    public ProtectedState State { get; }

    /// <summary>Makes CRLs as a CA outside AWS would.</summary>
    public SampleCrl Sample => _sample.Value;

    /// <summary>Calls to S3 so far, from anyone.</summary>
    public int S3Calls => Aws.Calls.Counts.OfService("s3");

    public Task PutAsync(string key, byte[] body) => Administrator.PutObjectAsync(Bucket, key, body);

    /// <summary>A client whose connections come from another address.</summary>
    public CrlClient ClientFrom(string source) => new(LoadBalancer, IPAddress.Parse(source));

    public Task<X509Certificate2> CaCertificateAsync() => CertificateOfAsync(CaArn);

    public async Task<X509Certificate2> CertificateOfAsync(string arn)
    {
        var answer = await Administrator.PrivateCaAsync(
            "GetCertificateAuthorityCertificate", new JsonObject { ["CertificateAuthorityArn"] = arn });
        return X509Certificate2.CreateFromPem((string)answer["Certificate"]!);
    }

    /// <summary>A certificate of the CA for a new key, valid for a day.</summary>
    public async Task<X509Certificate2> IssueLeafAsync(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var csr = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256).CreateSigningRequestPem();
        var issued = await Administrator.PrivateCaAsync("IssueCertificate", new JsonObject
        {
            ["CertificateAuthorityArn"] = CaArn,
            ["Csr"] = Convert.ToBase64String(Encoding.ASCII.GetBytes(csr)),
            ["SigningAlgorithm"] = "SHA256WITHRSA",
            ["Validity"] = new JsonObject { ["Type"] = "DAYS", ["Value"] = 1 },
        });
        var answer = await Administrator.PrivateCaAsync("GetCertificate", new JsonObject
        {
            ["CertificateAuthorityArn"] = CaArn,
            ["CertificateArn"] = (string)issued["CertificateArn"]!,
        });
        return X509Certificate2.CreateFromPem((string)answer["Certificate"]!);
    }

    public Task RevokeAsync(X509Certificate2 leaf) => Administrator.PrivateCaAsync("RevokeCertificate", new JsonObject
    {
        ["CertificateAuthorityArn"] = CaArn,
        ["CertificateSerial"] = leaf.SerialNumber,
        ["RevocationReason"] = "KEY_COMPROMISE",
    });

    /// <summary>What an online revocation check says of a certificate, on the local AWS' clock.</summary>
    public async Task<string> CheckOnlineAsync(X509Certificate2 leaf, CancellationToken cancellationToken)
    {
        using var root = await CaCertificateAsync();
        return await RevocationProbe.RunAsync(leaf, root, Now, cancellationToken);
    }

    /// <summary>What the function has logged, the platform's own lines left out.</summary>
    public IReadOnlyList<string> LogLines =>
        [.. Aws.Functions.Get(Responder).Log.Lines.Where(line => line.Source == LogSource.StandardOutput).Select(line => line.Text)];

    /// <summary>How often the function has counted something since the start.</summary>
    public int CountMetric(string name) => MetricLines().Count(line => (int?)line[name] > 0);

    public bool HasMetric(string name) => CountMetric(name) > 0;

    /// <summary>Waits until the function's log has told of it: the log arrives after the answer.</summary>
    public Task ExpectMetricAsync(string name, CancellationToken cancellationToken) =>
        Poll.UntilAsync($"metric {name}", () => Task.FromResult(HasMetric(name)), cancellationToken);

    public void Dispose()
    {
        Client.Dispose();
        Administrator.Dispose();
        if (_sample.IsValueCreated)
        {
            _sample.Value.Dispose();
        }
    }

    private IEnumerable<JsonObject> MetricLines() =>
        from line in LogLines
        where line.Contains("\"_aws\"", StringComparison.Ordinal)
        select JsonNode.Parse(line)!.AsObject();
}
