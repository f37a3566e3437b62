using Infra.Local.Tests.Function;

// TEST_INITIALIZATION chooses how the start goes wrong; nothing chosen, it goes right.
switch (Environment.GetEnvironmentVariable("TEST_INITIALIZATION"))
{
    case "error":
        await RuntimeClient.FailInitializationAsync("""{"errorType":"SettingsError","errorMessage":"CRL_BUCKET is missing"}""");
        return 1;
    case "exit":
        return 7;
    case "hang":
        await Task.Delay(Timeout.Infinite);
        break;
}

Console.WriteLine("initialized");
await RuntimeClient.RunAsync(Behaviour.AnswerAsync);
return 0;
