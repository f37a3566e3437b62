using Amazon.ACMPCA;
using Amazon.DirectoryService;
using Amazon.S3;
using Amazon.SimpleNotificationService;
using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.Directories;
using Infra.TrustManager.Identity;
using Infra.TrustManager.Messages;
using Infra.TrustManager.Requests;
using Infra.TrustManager.Retrying;
using Infra.TrustManager.Settings;
using Infra.TrustManager.Telemetry;

namespace Infra.TrustManager.Composition;

/// <summary>What every function of the executable is made with.</summary>
/// <param name="variable">Reads an environment variable.</param>
/// <param name="ending">Cancelled when Lambda is about to end the process.</param>
internal sealed class FunctionHost(Func<string, string?> variable, TimeProvider time, CancellationToken ending)
{
    /// <summary>
    /// Time for one of the SDK's three attempts. Private CA checks the bucket while it is asked to change, which takes
    /// seconds; with the SDK's own 100 seconds one dead connection would eat a third of the function's time.
    /// </summary>
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(20);

    /// <summary>Time for one of the SDK's three attempts to send a message, which takes milliseconds.</summary>
    private static readonly TimeSpan MessageTimeout = TimeSpan.FromSeconds(2);

    public Func<string, string?> Variable => variable;

    public TimeProvider Time => time;

    public CancellationToken Ending => ending;

    public Patience Patience { get; } = new(time);

    public EventLog Log { get; } = new(Console.OpenStandardOutput(), time);

    public IPrivateCa PrivateCa() => new PatientPrivateCa(new AcmPrivateCa(AcmPca()), Patience);

    public ICaTags CaTags() => new PatientCaTags(new AcmCaTags(AcmPca()), Patience);

    public IDirectoryService DirectoryService() => new PatientDirectoryService(
        new AwsDirectoryService(
            new AmazonDirectoryServiceClient(new AmazonDirectoryServiceConfig { Timeout = AttemptTimeout })),
        Patience);

    public static IAmazonS3 S3() => new AmazonS3Client(new AmazonS3Config { Timeout = AttemptTimeout });

    private static AmazonACMPCAClient AcmPca() => new(new AmazonACMPCAConfig { Timeout = AttemptTimeout });

    /// <summary>
    /// On the real clock in every case: a moved clock of the local AWS is not the one of the machine that signs.
    /// </summary>
    public RequesterCheck Requesters() => new(
        StsEndpoint.FromEnvironment(variable), new StsClient(StsClient.CreateHttp()), TimeProvider.System);

    public RequestExecution Reads() => new(Log, time, ending);

    public WriteExecution Writes() => new(Reads(), Requesters());

    /// <summary>To the topic where there is one; it is told in seconds, and the next run tells again.</summary>
    public IMessages Messages() => variable(TrustManagerVariables.TopicArn) is { Length: > 0 } topic
        ? new SnsMessages(
            new AmazonSimpleNotificationServiceClient(
                new AmazonSimpleNotificationServiceConfig { Timeout = MessageTimeout }),
            topic)
        : new LoggedMessages(Log);
}
