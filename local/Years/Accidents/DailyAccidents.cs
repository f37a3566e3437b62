using Infra.Local.DirectoryService;
using Infra.Local.Faults;
using Infra.Local.Hosting;

namespace Infra.Local.Years.Accidents;

/// <summary>What goes wrong on a day: a service in trouble, or a person at work, never both at once.</summary>
public sealed class DailyAccidents(LocalAws aws, Random random)
{
    private static readonly string[] Services = ["ds", "s3", "acm-pca", "sns"];

    private static readonly (string Service, string Operation)[] Effects =
    [
        ("ds", "RegisterCertificate"),
        ("ds", "DeregisterCertificate"),
        ("s3", "PutObject"),
        ("acm-pca", "ImportCertificateAuthorityCertificate"),
        ("sns", "Publish"),
    ];

    public ByHand ByHand { get; } = new(random);

    /// <summary>Days on which a call failed, or would have.</summary>
    public int TroubledDays { get; private set; }

    public void Happen(DateTimeOffset now)
    {
        aws.Faults.Clear();
        var dice = random.NextDouble();
        if (dice < 0.06)
        {
            Trouble();
            return;
        }

        AwsDirectory[] directories = [.. aws.Directories.All];
        var directory = directories[random.Next(directories.Length)];
        switch (dice)
        {
            case < 0.066:
                ByHand.Deregister(directory, now);
                break;
            case < 0.069:
                ByHand.Register(directory, now);
                break;
            case < 0.074:
                ByHand.TidyUp(directory);
                break;
            case < 0.077:
                ByHand.SwitchOff(directory);
                break;
        }
    }

    private void Trouble()
    {
        TroubledDays++;
        var service = Services[random.Next(Services.Length)];
        var fault = random.Next(5) switch
        {
            // Short enough for the function's own patience.
            0 => new Fault(service, "*", FaultKind.Throttle) { Times = 2, After = random.Next(6) },
            1 => new Fault(service, "*", FaultKind.InternalError) { Times = 1, After = random.Next(6) },
            // A whole day without the service.
            2 => new Fault(service, "*", FaultKind.AccessDenied) { After = random.Next(3) },
            // The call takes effect, and nobody hears of it: answers that matter are lost where there are any.
            3 => LostAnswer(),
            // The day's runs do not begin at all.
            _ => new Fault("lambda", "Invoke", FaultKind.InternalError),
        };
        aws.Faults.Add(fault);
    }

    private Fault LostAnswer()
    {
        var (service, operation) = Effects[random.Next(Effects.Length)];
        return new Fault(service, operation, FaultKind.LostAnswer) { Times = 1 };
    }
}
